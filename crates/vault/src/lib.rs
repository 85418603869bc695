//! Who belongs to an organisation, and what they keep sealed.

pub mod membership;
