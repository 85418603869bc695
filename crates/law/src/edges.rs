//! The days on which a rule may begin to read otherwise: the ends of windows, of rows, of overlays
//! and their injunctions, of dated values and of areas.

use crate::book::{ConditionText, Overlay, Pathway, Window};
use crate::expression::parse;
use crate::laying::days;
use crate::load::Library;
use crate::lower_moving::reads_day;
use crate::program::touches;
use crate::world::Row;
use facts::Date;
use std::collections::BTreeSet;

/// Every day of a span on which a rule may begin to read otherwise, but for `on`; the first of the
/// span. `derived` holds the conditions of all derived facts, as they are written.
pub(crate) fn edges(
    library: &Library,
    derived: &str,
    rule: (&Pathway, &str, Option<&str>),
    (first, end): (Date, Date),
) -> BTreeSet<Date> {
    let (pathway, id, key) = rule;
    let filter = pathway.each.as_ref().and_then(|each| each.filter.as_ref());
    if filter.is_some_and(text_reads_day) {
        return days(first, end).collect();
    }
    let touching = touching(library, pathway, id);
    let of_overlays = touching
        .iter()
        .flat_map(|overlay| overlay.in_force.iter().chain(&overlay.enjoined));
    let of_values = pathway.values.values().flatten().map(|value| &value.window);
    let texts = texts_of(pathway, &touching);
    let reads_area = |name: &str| {
        let area = format!("area.{name}");
        derived.contains(&area) || texts.iter().any(|text| text.contains(&area))
    };
    let areas = library.areas.iter().filter(|(name, _)| reads_area(name));
    let of_areas = areas.flat_map(|(_, area)| area.members.iter().map(|(_, window)| window));
    let of_rows = row_windows(library, pathway, key);
    let windows = pathway.in_force.iter().chain(&of_rows).chain(of_overlays);
    let edges = windows.chain(of_values).chain(of_areas).flat_map(edges_of);
    let within = |day: &Date| (first..end).contains(day);
    edges.filter(within).chain([first]).collect()
}

/// The windows of the rows of which a member of a family is made.
fn row_windows(library: &Library, pathway: &Pathway, key: Option<&str>) -> Vec<Window> {
    let Some(each) = &pathway.each else {
        return Vec::new();
    };
    let table = library.tables.get(&each.table);
    let rows = table.into_iter().flat_map(|table| &table.rows);
    let of_key = |row: &&Row| {
        row.country(&each.key)
            .is_some_and(|code| Some(code.as_str()) == key)
    };
    rows.filter(of_key).map(Row::window).collect()
}

/// The overlays that touch a rule.
fn touching<'l>(library: &'l Library, pathway: &Pathway, id: &str) -> Vec<&'l Overlay> {
    let touches_it = |overlay: &&Overlay| {
        let mut patterns = overlay.applies_to.iter();
        patterns.any(|pattern| touches(pattern, id, &pathway.id))
    };
    library.overlays.iter().filter(touches_it).collect()
}

/// Every day on which a dated value or an area may change.
pub(crate) fn edges_of_dated(library: &Library) -> BTreeSet<Date> {
    let values = library
        .pathways
        .iter()
        .flat_map(|p| p.values.values().flatten());
    let values = values.map(|value| &value.window);
    let areas = library.areas.values().flat_map(|area| &area.members);
    let areas = areas.map(|(_, window)| window);
    values.chain(areas).flat_map(edges_of).collect()
}

fn edges_of(window: &Window) -> Vec<Date> {
    let ends = [window.from, window.until, window.known]
        .into_iter()
        .flatten();
    let ends = ends.flat_map(|date| [date.earliest(), date.latest()]);
    ends.chain(window.seen_on.iter().copied()).collect()
}

fn text_reads_day(text: &ConditionText) -> bool {
    parse(&text.text).is_ok_and(|expr| reads_day(&expr))
}

/// The conditions of a pathway and of the overlays that touch it, as they are written.
fn texts_of<'b>(pathway: &'b Pathway, overlays: &[&'b Overlay]) -> Vec<&'b str> {
    let clauses = pathway.clauses.iter();
    let clauses = clauses.flat_map(|clause| std::iter::once(&clause.when).chain(&clause.only_if));
    let waivers = pathway
        .waivers
        .iter()
        .filter_map(|waiver| waiver.when.as_ref());
    let filter = pathway.each.iter().filter_map(|each| each.filter.as_ref());
    let spares = overlays
        .iter()
        .flat_map(|overlay| &overlay.spares)
        .map(|spare| &spare.when);
    let texts = clauses.chain(waivers).chain(filter).chain(spares);
    texts.map(|text| text.text.as_str()).collect()
}
