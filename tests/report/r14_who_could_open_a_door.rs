//! R14: "we believe there are still options": who has the power to open a way, by which law.

mod common;

use common::Demo;

#[test]
fn the_wall_says_which_governments_could_open_a_way_if_asked() {
    let page = Demo::start().text("/");
    for government in ["Canada", "Australia", "Germany", "France"] {
        assert!(page.contains(government), "{government}");
    }
    assert!(page.contains("could open a way"), "{page}");
}
