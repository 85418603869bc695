use desk::Clock;
use jiff::Zoned;

/// Now, by this machine's clock and in its time zone.
pub(crate) fn now() -> Clock {
    let now = Zoned::now();
    Clock::at(now.timestamp().as_second(), now.offset().seconds() / 60)
}
