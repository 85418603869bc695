//! R11: pursuers inside Russia and abroad: a place that they reach is never the end of a plan, and no
//! plan leads where people were handed back or hunted.

mod common;

use common::{Demo, person, safeconduct};
use serde_json::Value;

fn routes(name: &str) -> Value {
    let file = person(name);
    let arguments = [
        "routes",
        "--person",
        &file.to_string_lossy(),
        "--on",
        "2017-05-17",
        "--json",
    ];
    let output = safeconduct(&arguments);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// Every place in which some plan ends, or passes, and how one stands there.
fn places(plan: &Value, found: &mut Vec<(String, String)>) {
    let text = |key: &str| plan[key].as_str().unwrap_or_default().to_owned();
    found.push((text("here"), text("standing")));
    for branch in plan["branches"].as_array().into_iter().flatten() {
        places(&branch["then"], found);
    }
}

#[test]
fn where_her_brothers_reach_she_is_not_safe() {
    let routes = routes("seda");
    let mut found = Vec::new();
    for strategy in routes["strategies"].as_array().expect("strategies") {
        places(&strategy["plan"], &mut found);
    }
    // She is in Georgia, and it is written that her brothers reach her there.
    let in_georgia = found.iter().filter(|(place, _)| place == "GEO");
    let standings: Vec<&str> = in_georgia.map(|(_, standing)| standing.as_str()).collect();
    assert!(
        !standings.is_empty() && standings.iter().all(|how| *how == "on_the_way"),
        "{standings:?}"
    );
    assert!(
        found.iter().any(|(_, standing)| standing == "safe"),
        "elsewhere she can be"
    );
}

#[test]
fn no_plan_of_a_man_in_moscow_leads_where_people_were_hunted_and_the_page_says_how_many() {
    let mut found = Vec::new();
    for strategy in routes("aslan")["strategies"]
        .as_array()
        .expect("strategies")
    {
        places(&strategy["plan"], &mut found);
    }
    assert!(
        !found
            .iter()
            .any(|(place, _)| ["BLR", "KAZ", "KGZ"].contains(&place.as_str())),
        "{found:?}"
    );
    let page = Demo::start().text("/person/1/routes");
    assert!(
        page.contains("people were returned or hunted there"),
        "{page}"
    );
}
