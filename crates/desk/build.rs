//! The shipped books and examples are embedded; a changed file makes them be read again.

fn main() {
    println!("cargo:rerun-if-changed=../../books");
    println!("cargo:rerun-if-changed=../../examples");
    println!("cargo:rerun-if-changed=words");
}
