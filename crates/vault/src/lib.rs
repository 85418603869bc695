//! Keys, sealed signed operations and their stores: knows bytes and keys, and no cases.
