//! Text → [`Library`], or every complaint about it at once.

use crate::book::{Absence, Area, Group, Overlay, Pathway, SourceEntry};
use crate::check;
use crate::check_possible::possible;
use crate::form;
use crate::read;
use crate::world::{Table, read_table, table_forms};
use facts::{Code, Complaints, CountryCode, Form, Node, SourceText, Vocabulary, read_tree};
use std::collections::{BTreeMap, BTreeSet};

/// Every book, table and source, read and checked.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// Every fact there is.
    pub vocabulary: Vocabulary,
    /// Sources by id.
    pub sources: BTreeMap<String, SourceEntry>,
    /// Countries that exist, from the table `countries`.
    pub countries: BTreeSet<CountryCode>,
    /// Dated sets of countries.
    pub areas: BTreeMap<String, Area>,
    /// Tables of the world.
    pub tables: BTreeMap<String, Table>,
    /// Groups of conditions.
    pub groups: BTreeMap<String, Group>,
    /// Pathways and families, by id.
    pub pathways: Vec<Pathway>,
    /// Overlays, by id.
    pub overlays: Vec<Overlay>,
    /// Absences, by id.
    pub absences: Vec<Absence>,
}

impl Library {
    /// Reads and checks all files of a folder of books, given as (path within the folder, text).
    ///
    /// Files under `people/` are worked examples and are read elsewhere. Whatever could be read is
    /// in the library, also when there are complaints; a library with complaints decides nothing.
    pub fn load<'t>(files: impl IntoIterator<Item = (&'t str, &'t str)>) -> (Library, Complaints) {
        let mut sources: Vec<SourceText> = files
            .into_iter()
            .filter(|(path, _)| !path.starts_with("people/"))
            .map(|(path, text)| SourceText::new(path, text))
            .collect();
        sources.sort_by(|a, b| a.name.cmp(&b.name));
        let mut loading = Loading::default();
        for source in sources.iter().filter(|s| s.name.starts_with("vocabulary/")) {
            loading
                .library
                .vocabulary
                .read(source, &mut loading.complaints);
        }
        let rest =
            |s: &&SourceText| s.name.ends_with(".yaml") && !s.name.starts_with("vocabulary/");
        for source in sources.iter().filter(rest) {
            loading.yaml(source);
        }
        for source in sources.iter().filter(|s| s.name.ends_with(".csv")) {
            loading.table(source);
        }
        loading.finish()
    }

    /// The pathway or family with this id.
    pub fn pathway(&self, id: &str) -> Option<&Pathway> {
        self.pathways.iter().find(|pathway| pathway.id == id)
    }
}

#[derive(Default)]
struct Loading {
    library: Library,
    complaints: Complaints,
    tables: BTreeMap<String, (facts::Words, BTreeMap<String, crate::world::Column>)>,
}

impl Loading {
    fn yaml(&mut self, source: &SourceText) {
        let Some(root) = read_tree(source, &mut self.complaints) else {
            return;
        };
        let Some(format) = root.text_of("format") else {
            self.complaints
                .add(
                    Code::MissingKey,
                    source,
                    &(root.at.start..root.at.start + 1),
                    "a book begins with `format:`",
                    "here",
                )
                .help("for a pathway: `format: safeconduct.pathway/1`");
            return;
        };
        match format {
            "safeconduct.pathway/1" => self.pathway(&root, source),
            "safeconduct.group/1" => self.group(&root, source),
            "safeconduct.overlay/1" => self.overlay(&root, source),
            "safeconduct.absent/1" => self.absence(&root, source),
            "safeconduct.sources/1" => self.sources(&root, source),
            "safeconduct.areas/1" => {
                if self.is_of(&form::AREAS, &root, source) {
                    self.library.areas.extend(read::areas(&root));
                }
            }
            "safeconduct.tables/1" => {
                if self.is_of(&form::TABLES, &root, source) {
                    self.tables.extend(table_forms(&root));
                }
            }
            other => self.unknown_format(other, &root, source),
        }
    }

    fn unknown_format(&mut self, typed: &str, root: &Node, source: &SourceText) {
        const KNOWN: &[&str] = &[
            "safeconduct.pathway/1",
            "safeconduct.group/1",
            "safeconduct.overlay/1",
            "safeconduct.absent/1",
            "safeconduct.sources/1",
            "safeconduct.areas/1",
            "safeconduct.tables/1",
            "safeconduct.vocabulary/1",
        ];
        let at = root.get("format").map_or(0..1, |node| node.at.clone());
        let complaint = self.complaints.add(
            Code::UnknownWord,
            source,
            &at,
            format!("`{typed}` is no format"),
            "here",
        );
        complaint.help(format!("it may be: {}", KNOWN.join(", ")));
        complaint.did_you_mean(typed, KNOWN.iter().copied());
    }

    /// Whether the tree is of this form; complains where not.
    fn is_of(&mut self, form: &Form, root: &Node, source: &SourceText) -> bool {
        let before = self.complaints.len();
        form.check(root, source, &mut self.complaints);
        self.complaints.len() == before
    }

    fn pathway(&mut self, root: &Node, source: &SourceText) {
        let of_its_form = self.is_of(&form::PATHWAY, root, source);
        if of_its_form {
            possible(root, source, &mut self.complaints);
        }
        if of_its_form
            && let Some(pathway) = read::pathway(root, source)
            && self.is_new(&pathway.id, root, source)
        {
            self.library.pathways.push(pathway);
        }
    }

    fn group(&mut self, root: &Node, source: &SourceText) {
        if self.is_of(&form::GROUP, root, source)
            && let Some(group) = read::group(root, source)
            && self.is_new(&group.id, root, source)
        {
            self.library.groups.insert(group.id.clone(), group);
        }
    }

    fn overlay(&mut self, root: &Node, source: &SourceText) {
        if self.is_of(&form::OVERLAY, root, source)
            && let Some(overlay) = read::overlay(root, source)
            && self.is_new(&overlay.id, root, source)
        {
            self.library.overlays.push(overlay);
        }
    }

    fn absence(&mut self, root: &Node, source: &SourceText) {
        if self.is_of(&form::ABSENT, root, source)
            && let Some(absence) = read::absence(root, source)
            && self.is_new(&absence.id, root, source)
        {
            self.library.absences.push(absence);
        }
    }

    fn sources(&mut self, root: &Node, source: &SourceText) {
        if !self.is_of(&form::SOURCES, root, source) {
            return;
        }
        for (id, at, entry) in read::sources(root) {
            if self.library.sources.insert(id.clone(), entry).is_some() {
                let message = format!("the source `{id}` stands in two places");
                self.complaints
                    .add(Code::DuplicateId, source, &at, message, "a second one");
            }
        }
    }

    fn is_new(&mut self, id: &str, root: &Node, source: &SourceText) -> bool {
        let library = &self.library;
        let taken = library.pathways.iter().any(|p| p.id == id)
            || library.overlays.iter().any(|o| o.id == id)
            || library.absences.iter().any(|a| a.id == id)
            || library.groups.contains_key(id);
        if taken {
            let at = root.get("id").map_or(0..1, |node| node.at.clone());
            self.complaints.add(
                Code::DuplicateId,
                source,
                &at,
                format!("`{id}` is already the id of another book"),
                "here",
            );
        }
        !taken
    }

    fn table(&mut self, source: &SourceText) {
        let name = source
            .name
            .rsplit('/')
            .next()
            .and_then(|file| file.strip_suffix(".csv"))
            .unwrap_or_default();
        match self.tables.remove(name) {
            Some(form) => {
                let table = read_table(name, form, source, &mut self.complaints);
                self.library.tables.insert(name.to_owned(), table);
            }
            None => {
                let message = format!("`world/tables.yaml` does not describe the table `{name}`");
                self.complaints
                    .add(
                        Code::UnknownReference,
                        source,
                        &(0..1),
                        message,
                        "this table",
                    )
                    .help("add its columns there");
            }
        }
    }

    fn finish(mut self) -> (Library, Complaints) {
        if let Some(table) = self.library.tables.get("countries") {
            self.library.countries = table
                .rows
                .iter()
                .filter_map(|row| row.country("iso3"))
                .collect();
        }
        self.library.pathways.sort_by(|a, b| a.id.cmp(&b.id));
        self.library.overlays.sort_by(|a, b| a.id.cmp(&b.id));
        self.library.absences.sort_by(|a, b| a.id.cmp(&b.id));
        check::library(&mut self.library, &mut self.complaints);
        self.complaints.forget_repeated();
        (self.library, self.complaints)
    }
}
