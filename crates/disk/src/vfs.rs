//! SQLite's way to a disk, in C: the only unsafe code of the project, for tests only.
//!
//! It translates and decides nothing. The proofs below rest on four facts:
//!
//! 1. **SQLite's contract** (<https://www.sqlite.org/c3ref/vfs.html>, `io_methods.html`): pointers it
//!    hands over are valid for the call, names end in a zero byte, buffers are as long as it says; the
//!    methods of a file are called only between its `xOpen` and the end of its `xClose`, and one at a
//!    time, since a file belongs to one connection.
//! 2. **Nothing that SQLite was told of is ever freed.** [`register`] leaks the `sqlite3_vfs`, its
//!    name and its [`Way`], some hundred bytes for each disk that a database was opened on. The disk
//!    itself is freed: a way holds it weakly, open files hold it strongly.
//! 3. **No panic leaves a function**: none unwraps, indexes or divides; were one to panic all the same,
//!    `extern "C"` ends the process.
//! 4. **Shared memory** consists of atomics, so that writing to it through a shared pointer is allowed;
//!    it lives as long as the open file that asked for it, or longer.

use crate::disk::Shared;
use crate::lock::{Busy, Level};
use crate::open_file::{OpenFile, Opening};
use rusqlite::ffi;
use std::ffi::{CStr, CString, c_char, c_int, c_void};
use std::ops::Range;
use std::ptr;
use std::slice;
use std::sync::atomic::{AtomicU64, Ordering, fence};
use std::sync::{Arc, Weak};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// No file grows beyond this, in bytes: a mistaken offset is an error, and no call for all memory.
const LARGEST_FILE: usize = 1 << 30;
const LONGEST_NAME: c_int = 512;

/// Numbers for names, so that tests that run side by side never meet on one disk.
static REGISTERED: AtomicU64 = AtomicU64::new(0);

/// What SQLite's pointer leads to.
struct Way {
    disk: Weak<Shared>,
}

/// SQLite reserves `szOsFile` bytes for this and knows only its beginning.
#[repr(C)]
struct File {
    base: ffi::sqlite3_file,
    open: *mut OpenFile,
}

/// Makes a disk known to SQLite, under a name that no other has.
pub(crate) fn register(disk: &Arc<Shared>) -> String {
    let number = REGISTERED.fetch_add(1, Ordering::Relaxed);
    let name = format!("safeconduct-test-disk-{number}");
    let c_name = CString::new(name.as_str()).expect("a name without a zero byte");
    let way: &'static Way = Box::leak(Box::new(Way {
        disk: Arc::downgrade(disk),
    }));
    let vfs = Box::leak(Box::new(ffi::sqlite3_vfs {
        iVersion: 1,
        szOsFile: size_of::<File>() as c_int,
        mxPathname: LONGEST_NAME,
        pNext: ptr::null_mut(),
        zName: c_name.into_raw(),
        pAppData: ptr::from_ref(way).cast_mut().cast(),
        xOpen: Some(open),
        xDelete: Some(delete),
        xAccess: Some(access),
        xFullPathname: Some(full_name),
        // Extensions cannot be loaded: rusqlite offers it only with a feature that nobody turns on.
        xDlOpen: None,
        xDlError: None,
        xDlSym: None,
        xDlClose: None,
        xRandomness: Some(randomness),
        xSleep: Some(sleep),
        xCurrentTime: Some(current_time),
        xGetLastError: None,
        xCurrentTimeInt64: None,
        xSetSystemCall: None,
        xGetSystemCall: None,
        xNextSystemCall: None,
    }));
    // SAFETY: the structure and its name are complete and live for ever (fact 2). It is not made the
    // default, so that no other connection of this process comes here.
    let code = unsafe { ffi::sqlite3_vfs_register(vfs, 0) };
    assert_eq!(code, ffi::SQLITE_OK, "SQLite takes a new disk");
    name
}

/// Makes SQLite forget a disk. Open files go on.
pub(crate) fn unregister(name: &str) {
    let Ok(name) = CString::new(name) else { return };
    // SAFETY: the name ends in a zero byte and outlives the call.
    let vfs = unsafe { ffi::sqlite3_vfs_find(name.as_ptr()) };
    // SAFETY: SQLite gave us this pointer, and accepts a null one.
    let _ = unsafe { ffi::sqlite3_vfs_unregister(vfs) };
}

/// The disk behind a pointer of SQLite's, unless it is gone.
///
/// # Safety
/// `vfs` was made by [`register`].
unsafe fn disk(vfs: *mut ffi::sqlite3_vfs) -> Option<Arc<Shared>> {
    // SAFETY: by the caller's promise; it is never freed (fact 2).
    let way = unsafe { (*vfs).pAppData }.cast::<Way>();
    // SAFETY: `register` stored a leaked `Way` there, and nobody has it mutably.
    let way = unsafe { &*way };
    way.disk.upgrade()
}

/// A name, unless it is null or no UTF-8.
///
/// # Safety
/// `name` is null or ends in a zero byte, and lives as long as `'a`.
unsafe fn text<'a>(name: *const c_char) -> Option<&'a str> {
    if name.is_null() {
        return None;
    }
    // SAFETY: not null, and by the caller's promise.
    unsafe { CStr::from_ptr(name) }.to_str().ok()
}

unsafe extern "C" fn open(
    vfs: *mut ffi::sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    // SAFETY: SQLite passes `szOsFile` bytes. Without methods it does not call `xClose`.
    unsafe { (*file).pMethods = ptr::null() };
    let has = |flag: c_int| flags & flag != 0;
    let how = Opening {
        create: has(ffi::SQLITE_OPEN_CREATE),
        only_new: has(ffi::SQLITE_OPEN_EXCLUSIVE),
        delete_on_close: has(ffi::SQLITE_OPEN_DELETEONCLOSE),
        journal: has(ffi::SQLITE_OPEN_MAIN_JOURNAL
            | ffi::SQLITE_OPEN_SUPER_JOURNAL
            | ffi::SQLITE_OPEN_WAL),
    };
    // SAFETY: SQLite passes back what was registered.
    let Some(disk) = (unsafe { disk(vfs) }) else {
        return ffi::SQLITE_CANTOPEN;
    };
    // SAFETY: SQLite's names end in a zero byte; ours is used within the call only.
    let wanted = unsafe { text(name) };
    if wanted.is_none() && !name.is_null() {
        return ffi::SQLITE_CANTOPEN;
    }
    let Some(opened) = OpenFile::open(disk, wanted, how) else {
        return ffi::SQLITE_CANTOPEN;
    };
    let made = File {
        base: ffi::sqlite3_file { pMethods: &METHODS },
        open: Box::into_raw(Box::new(opened)),
    };
    // SAFETY: `szOsFile` is the size of a `File`, and SQLite aligns its allocations to 8 bytes.
    unsafe { file.cast::<File>().write(made) };
    if !out_flags.is_null() {
        // SAFETY: not null, so it is valid.
        unsafe { *out_flags = flags };
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn delete(
    vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    sync_folder: c_int,
) -> c_int {
    // SAFETY: SQLite passes back what was registered.
    let disk = unsafe { disk(vfs) };
    // SAFETY: SQLite's names end in a zero byte.
    let name = unsafe { text(name) };
    match disk.zip(name) {
        Some((disk, name)) if disk.delete(name, sync_folder != 0) => ffi::SQLITE_OK,
        Some(_) => ffi::SQLITE_IOERR_DELETE_NOENT,
        None => ffi::SQLITE_IOERR_DELETE,
    }
}

unsafe extern "C" fn access(
    vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    _flags: c_int,
    found: *mut c_int,
) -> c_int {
    // SAFETY: SQLite passes back what was registered.
    let disk = unsafe { disk(vfs) };
    // SAFETY: SQLite's names end in a zero byte.
    let name = unsafe { text(name) };
    let there = disk.zip(name).is_some_and(|(disk, name)| disk.has(name));
    // SAFETY: SQLite passes a place for the answer.
    unsafe { *found = c_int::from(there) };
    ffi::SQLITE_OK
}

unsafe extern "C" fn full_name(
    _vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    room: c_int,
    out: *mut c_char,
) -> c_int {
    // SAFETY: SQLite's names end in a zero byte.
    let bytes = unsafe { CStr::from_ptr(name) }.to_bytes_with_nul();
    if usize::try_from(room).is_ok_and(|room| bytes.len() <= room) {
        // SAFETY: `out` has `room` bytes, and the name fits; SQLite gives two places that do not overlap.
        unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), out.cast(), bytes.len()) };
        ffi::SQLITE_OK
    } else {
        ffi::SQLITE_CANTOPEN
    }
}

/// SQLite asks only its default disk for randomness, which is never this one.
unsafe extern "C" fn randomness(_: *mut ffi::sqlite3_vfs, _: c_int, _: *mut c_char) -> c_int {
    0
}

unsafe extern "C" fn sleep(_: *mut ffi::sqlite3_vfs, microseconds: c_int) -> c_int {
    let wanted = u64::try_from(microseconds).unwrap_or(0);
    std::thread::sleep(Duration::from_micros(wanted));
    microseconds
}

/// The time as a Julian day, which began the Unix epoch at 2440587.5.
unsafe extern "C" fn current_time(_: *mut ffi::sqlite3_vfs, now: *mut f64) -> c_int {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let days = since.map_or(0.0, |since| since.as_secs_f64() / 86_400.0);
    // SAFETY: SQLite passes a place for the answer.
    unsafe { *now = 2_440_587.5 + days };
    ffi::SQLITE_OK
}

static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(set_length),
    xSync: Some(sync),
    xFileSize: Some(length),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(is_reserved),
    xFileControl: Some(control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(characteristics),
    xShmMap: Some(region),
    xShmLock: Some(lock_memory),
    xShmBarrier: Some(barrier),
    xShmUnmap: Some(leave_memory),
    xFetch: None,
    xUnfetch: None,
};

/// The open file behind a pointer of SQLite's.
///
/// # Safety
/// `file` was filled by [`open`] and is not closed, and no other reference to the same file is in use:
/// both are SQLite's contract (fact 1) within one call of a method.
unsafe fn opened<'a>(file: *mut ffi::sqlite3_file) -> &'a mut OpenFile {
    // SAFETY: `open` wrote a whole `File` there.
    let open = unsafe { (*file.cast::<File>()).open };
    // SAFETY: it came from a box that `close` alone frees; nobody else uses it during this call.
    unsafe { &mut *open }
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    // SAFETY: `open` wrote a whole `File` there.
    let open = unsafe { (*file.cast::<File>()).open };
    // SAFETY: it came from `Box::into_raw`, and SQLite closes a file once (fact 1).
    drop(unsafe { Box::from_raw(open) });
    // SAFETY: the bytes of the file are SQLite's until this call returns.
    unsafe { (*file).pMethods = ptr::null() };
    ffi::SQLITE_OK
}

unsafe extern "C" fn read(
    file: *mut ffi::sqlite3_file,
    into: *mut c_void,
    amount: c_int,
    offset: ffi::sqlite3_int64,
) -> c_int {
    let (Ok(amount), Ok(at)) = (usize::try_from(amount), usize::try_from(offset)) else {
        return ffi::SQLITE_IOERR_READ;
    };
    if amount == 0 {
        // A buffer for nothing may be null, and no slice begins there.
        return ffi::SQLITE_OK;
    }
    // SAFETY: SQLite's buffer has `amount` bytes, and nobody else uses it during the call. They may
    // not have been written before; so they are first, since a slice must not hold such bytes.
    unsafe { ptr::write_bytes(into.cast::<u8>(), 0, amount) };
    // SAFETY: as above, and written now.
    let buffer = unsafe { slice::from_raw_parts_mut(into.cast::<u8>(), amount) };
    // SAFETY: this is a method of an open file.
    let file = unsafe { opened(file) };
    match file.read(buffer, at) {
        length if length == amount => ffi::SQLITE_OK,
        _ => ffi::SQLITE_IOERR_SHORT_READ,
    }
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    from: *const c_void,
    amount: c_int,
    offset: ffi::sqlite3_int64,
) -> c_int {
    let (Ok(amount), Ok(at)) = (usize::try_from(amount), usize::try_from(offset)) else {
        return ffi::SQLITE_IOERR_WRITE;
    };
    if at.saturating_add(amount) > LARGEST_FILE {
        return ffi::SQLITE_FULL;
    }
    if amount == 0 {
        return ffi::SQLITE_OK;
    }
    // SAFETY: SQLite's buffer has `amount` bytes, and nobody writes to it during the call.
    let bytes = unsafe { slice::from_raw_parts(from.cast::<u8>(), amount) };
    // SAFETY: this is a method of an open file.
    unsafe { opened(file) }.write(bytes, at);
    ffi::SQLITE_OK
}

unsafe extern "C" fn set_length(file: *mut ffi::sqlite3_file, length: ffi::sqlite3_int64) -> c_int {
    match usize::try_from(length) {
        Ok(length) if length <= LARGEST_FILE => {
            // SAFETY: this is a method of an open file.
            unsafe { opened(file) }.set_length(length);
            ffi::SQLITE_OK
        }
        _ => ffi::SQLITE_IOERR_TRUNCATE,
    }
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, _flags: c_int) -> c_int {
    // SAFETY: this is a method of an open file.
    unsafe { opened(file) }.sync();
    ffi::SQLITE_OK
}

unsafe extern "C" fn length(
    file: *mut ffi::sqlite3_file,
    length: *mut ffi::sqlite3_int64,
) -> c_int {
    // SAFETY: this is a method of an open file.
    let found = unsafe { opened(file) }.length();
    // SAFETY: SQLite passes a place for the answer. No file is longer than `LARGEST_FILE`.
    unsafe { *length = found as ffi::sqlite3_int64 };
    ffi::SQLITE_OK
}

fn code(result: Result<(), Busy>) -> c_int {
    match result {
        Ok(()) => ffi::SQLITE_OK,
        Err(Busy) => ffi::SQLITE_BUSY,
    }
}

unsafe extern "C" fn lock(file: *mut ffi::sqlite3_file, level: c_int) -> c_int {
    // SAFETY: this is a method of an open file.
    code(unsafe { opened(file) }.lock(Level::from_number(level)))
}

unsafe extern "C" fn unlock(file: *mut ffi::sqlite3_file, level: c_int) -> c_int {
    // SAFETY: this is a method of an open file.
    unsafe { opened(file) }.unlock(Level::from_number(level));
    ffi::SQLITE_OK
}

unsafe extern "C" fn is_reserved(file: *mut ffi::sqlite3_file, out: *mut c_int) -> c_int {
    // SAFETY: this is a method of an open file.
    let reserved = unsafe { opened(file) }.is_reserved();
    // SAFETY: SQLite passes a place for the answer.
    unsafe { *out = c_int::from(reserved) };
    ffi::SQLITE_OK
}

/// No control is known here: SQLite then does as it always does.
unsafe extern "C" fn control(_: *mut ffi::sqlite3_file, _: c_int, _: *mut c_void) -> c_int {
    ffi::SQLITE_NOTFOUND
}

unsafe extern "C" fn sector_size(_: *mut ffi::sqlite3_file) -> c_int {
    crate::cut::SECTOR as c_int
}

/// A cut during a write never harms bytes beside those written; SQLite supposes the same of any disk
/// unless it is built otherwise.
unsafe extern "C" fn characteristics(_: *mut ffi::sqlite3_file) -> c_int {
    ffi::SQLITE_IOCAP_POWERSAFE_OVERWRITE
}

unsafe extern "C" fn region(
    file: *mut ffi::sqlite3_file,
    number: c_int,
    bytes: c_int,
    make: c_int,
    out: *mut *mut c_void,
) -> c_int {
    let (Ok(number), Ok(bytes)) = (usize::try_from(number), usize::try_from(bytes)) else {
        return ffi::SQLITE_IOERR_SHMMAP;
    };
    // SAFETY: this is a method of an open file.
    let region = unsafe { opened(file) }.region(number, bytes, make != 0);
    let address = region.map_or(ptr::null_mut(), |region| region.cast_mut().cast());
    // SAFETY: SQLite passes a place for the answer. It may write through the address: the region is
    // made of atomics and lives until the file leaves it (fact 4).
    unsafe { *out = address };
    ffi::SQLITE_OK
}

unsafe extern "C" fn lock_memory(
    file: *mut ffi::sqlite3_file,
    first: c_int,
    count: c_int,
    flags: c_int,
) -> c_int {
    let slots: Range<c_int> = first..first.saturating_add(count);
    // SAFETY: this is a method of an open file.
    let file = unsafe { opened(file) };
    if flags & ffi::SQLITE_SHM_UNLOCK != 0 {
        file.unlock_memory(slots);
        return ffi::SQLITE_OK;
    }
    code(file.lock_memory(slots, flags & ffi::SQLITE_SHM_EXCLUSIVE != 0))
}

unsafe extern "C" fn barrier(_: *mut ffi::sqlite3_file) {
    fence(Ordering::SeqCst);
}

unsafe extern "C" fn leave_memory(file: *mut ffi::sqlite3_file, _delete: c_int) -> c_int {
    // SAFETY: this is a method of an open file. SQLite uses no region of it afterwards.
    unsafe { opened(file) }.leave_memory();
    ffi::SQLITE_OK
}
