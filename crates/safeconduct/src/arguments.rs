//! What may be typed. Nothing personal is ever an argument: other programs can read arguments.

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::path::PathBuf;

/// Finds the lawful way to safety for someone in hiding.
#[derive(Debug, Parser)]
#[command(
    version,
    about,
    after_help = "Exit codes: 0 all is well; 1 complaints, failed tests, or no such thing; 2 the command was not \
                  understood; 3 a file could not be read or written.\n\nStart with: safeconduct demo"
)]
pub struct Arguments {
    /// The language of sentences.
    #[arg(long, global = true, value_enum, default_value_t = Language::En)]
    pub lang: Language,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// English or Russian.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Language {
    /// English
    En,
    /// Русский
    Ru,
}

impl Language {
    /// The desk's word for it.
    pub fn of_desk(self) -> desk::Lang {
        match self {
            Language::En => desk::Lang::En,
            Language::Ru => desk::Lang::Ru,
        }
    }
}

/// How dangerous a place may be, at most.
#[derive(Clone, Copy, Debug, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Level {
    /// Less than in many places
    MediumLow,
    /// As in many places
    Medium,
    /// More than in many places
    MediumHigh,
    /// Any, also the greatest
    Any,
}

impl Level {
    /// The desk's word for it.
    pub fn of_desk(self) -> desk::Level {
        match self {
            Level::MediumLow => desk::Level::MediumLow,
            Level::Medium => desk::Level::Medium,
            Level::MediumHigh => desk::Level::MediumHigh,
            Level::Any => desk::Level::Any,
        }
    }
}

/// What the program does.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Open the demonstration: 47 invented people, in a browser on this machine
    Demo(Demo),
    /// Open your own sealed vault, or make one, in a browser on this machine
    #[command(
        after_help = "Example: safeconduct open --secret /media/stick/safeconduct\n\nThe passphrase is typed in the page, never here."
    )]
    Open(Open),
    /// Say what the law says of one person on one day
    #[command(
        after_help = "Example: safeconduct decide --person aslan.yaml --on 2017-05-17 --pathway us.visa.b"
    )]
    Decide(Decide),
    /// Say what to ask next, and why
    #[command(after_help = "Example: safeconduct ask --person aslan.yaml --on 2017-05-17")]
    Ask(AboutPerson),
    /// Say which routes there are for one person, what is certain of each, and where each step fails
    #[command(after_help = "Example: safeconduct routes --person aslan.yaml --on 2017-05-17")]
    Routes(Routes),
    /// Check, list, show and test the books of law
    #[command(subcommand)]
    Law(Law),
    /// Lay a published table of the world beside the books
    #[command(subcommand)]
    World(World),
    /// Say what a draft would expose of those in a vault
    #[command(subcommand)]
    Say(Say),
    /// Seal a person file or a file of judgements under a passphrase, in the age format
    #[command(
        after_help = "The passphrase is asked for, or read from standard input with --passphrase-stdin."
    )]
    Seal(Seal),
    /// Write completions for a shell
    Completions {
        /// For which shell
        shell: Shell,
    },
}

/// Opening the demonstration.
#[derive(Debug, Args)]
pub struct Demo {
    /// Only print the link
    #[arg(long)]
    pub no_browser: bool,
    /// What you or your colleagues judge of chances: a sealed file
    #[arg(long, value_name = "FILE")]
    pub judgements: Option<PathBuf>,
    /// Read the passphrase of the sealed file from standard input
    #[arg(long, requires = "judgements")]
    pub passphrase_stdin: bool,
}

/// Opening one's own vault.
#[derive(Debug, Args)]
pub struct Open {
    /// The folder in which the vault is sealed; without it, `safeconduct-vault` in your own folder
    pub folder: Option<PathBuf>,
    /// The folder with this device's secret, best on a stick that you carry; without it, beside the vault
    #[arg(long, value_name = "FOLDER")]
    pub secret: Option<PathBuf>,
    /// Lock after so many minutes in which nobody asked for a page
    #[arg(long, value_name = "MINUTES", default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=240))]
    pub idle_minutes: u32,
    /// Only print the link
    #[arg(long)]
    pub no_browser: bool,
    /// The program itself says so when it locks: the socket is already there
    #[arg(long, hide = true)]
    pub listener_on_stdin: bool,
}

/// A person file and a day.
#[derive(Debug, Args)]
pub struct AboutPerson {
    /// The person file: in clear only with `invented: true`, else sealed with a passphrase
    #[arg(long, value_name = "FILE")]
    pub person: PathBuf,
    /// The day asked about, such as 2017-05-17
    #[arg(long, value_name = "DATE", value_parser = crate::day)]
    pub on: desk::Date,
    /// Read the passphrase of a sealed file from standard input
    #[arg(long)]
    pub passphrase_stdin: bool,
}

/// Deciding.
#[derive(Debug, Args)]
pub struct Decide {
    /// Whom, and when
    #[command(flatten)]
    pub about: AboutPerson,
    /// Only what was known on this day: no hindsight
    #[arg(long, value_name = "DATE", value_parser = crate::day)]
    pub known_on: Option<desk::Date>,
    /// Only this pathway; may be given several times, and name a family
    #[arg(long, value_name = "ID")]
    pub pathway: Vec<String>,
    /// As JSON
    #[arg(long)]
    pub json: bool,
}

/// Routes.
#[derive(Debug, Args)]
pub struct Routes {
    /// Whom, and when
    #[command(flatten)]
    pub about: AboutPerson,
    /// As JSON
    #[arg(long)]
    pub json: bool,
    /// Write the models behind them into this new folder, for an independent checker
    #[arg(long, value_name = "DIR", conflicts_with = "json")]
    pub export: Option<PathBuf>,
    /// What you or your colleagues judge of chances: a sealed file. Its passphrase is asked for after
    /// that of the person; on standard input it is the next line
    #[arg(long, value_name = "FILE")]
    pub judgements: Option<PathBuf>,
}

/// The books of law.
#[derive(Debug, Subcommand)]
pub enum Law {
    /// Check files or folders, laid over the shipped books; without any, the shipped books
    #[command(after_help = "Example: safeconduct law check my-books/us-visa-b.yaml")]
    Check {
        /// Files or folders
        paths: Vec<PathBuf>,
    },
    /// List the books, and whether each is in force
    List {
        /// On which day
        #[arg(long, value_name = "DATE", value_parser = crate::day, default_value = "2017-05-17")]
        on: desk::Date,
    },
    /// Show one book as its author wrote it
    Show {
        /// Its id, such as us.visa.b
        id: String,
    },
    /// Print a table of the world, tab-separated
    Table {
        /// Its name, such as entry_rules
        id: String,
    },
    /// Say how far the books can be trusted
    Trust,
    /// Print the JSON Schema of a kind of file, for an editor
    #[command(after_help = "Example: safeconduct law schema pathway > pathway.schema.json")]
    Schema {
        /// pathway, group, overlay, absence, sources, areas, tables, vocabulary, person, judgements; decision, edition
        /// and reforms, which are written with --json
        name: String,
    },
    /// Run the tests that stand beside the law
    #[command(after_help = "Example: safeconduct law test --mutate --pathway us.visa")]
    Test {
        /// Files or folders, laid over the shipped books
        paths: Vec<PathBuf>,
        /// Change each condition, window and effect in turn: some test must notice
        #[arg(long)]
        mutate: bool,
        /// With --mutate: only pathways whose id begins so
        #[arg(long, value_name = "ID", default_value = "")]
        pathway: String,
    },
    /// Say which change of law would open a way for most of the demonstration's invented people
    #[command(after_help = "Example: safeconduct law reforms --on 2017-05-17 --level any")]
    Reforms {
        /// The law of which day
        #[arg(long, value_name = "DATE", value_parser = crate::day, default_value = "2017-05-17")]
        on: desk::Date,
        /// Count ways to places where the danger of being returned or hunted is at most this; places of which nobody
        /// has said it stand apart
        #[arg(long, value_enum, default_value_t = Level::Medium)]
        level: Level,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Say what changed between two days, in the books or for one person
    #[command(
        after_help = "Example: safeconduct law diff --from 2017-06-28 --to 2017-06-29 --person aslan.yaml"
    )]
    Diff {
        /// The earlier day
        #[arg(long, value_name = "DATE", value_parser = crate::day)]
        from: desk::Date,
        /// The later day
        #[arg(long, value_name = "DATE", value_parser = crate::day)]
        to: desk::Date,
        /// For this person: every way whose answer is another, and why
        #[arg(long, value_name = "FILE")]
        person: Option<PathBuf>,
        /// Read the passphrase of a sealed file from standard input
        #[arg(long)]
        passphrase_stdin: bool,
    },
}

/// Tables of the world.
#[derive(Debug, Subcommand)]
pub enum World {
    /// Read a published data set, check every row, and say what it changes; nothing is taken over by itself
    #[command(
        after_help = "Known data sets: the tidy files of the passport-index data set (with ISO codes), and UNHCR's \
                      asylum decisions.\n\nExample: safeconduct world import passport-index-tidy-iso3.csv --as-of 2025-01-12"
    )]
    Import(Import),
}

/// Reading a published data set.
#[derive(Debug, Args)]
pub struct Import {
    /// The publisher's file, on this disk
    pub file: PathBuf,
    /// The day of which it speaks; needed where its rows have no date
    #[arg(long, value_name = "DATE", value_parser = crate::day)]
    pub as_of: Option<desk::Date>,
    /// As JSON
    #[arg(long)]
    pub json: bool,
    /// Only the rows that would take it over, as CSV in the columns of the books' table
    #[arg(long, conflicts_with = "json")]
    pub rows: bool,
}

/// What may be said.
#[derive(Debug, Subcommand)]
pub enum Say {
    /// Read a draft from standard input, and say what it would expose; exit code 1 if anything was found
    #[command(
        after_help = "Nothing found does not mean that the draft exposes nobody: a second person must read it.\n\n\
                      Example: safeconduct say check --demo < draft.txt"
    )]
    Check(SayCheck),
}

/// Checking a draft.
#[derive(Debug, Args)]
pub struct SayCheck {
    /// The folder in which the vault is sealed; without it, `safeconduct-vault` in your own folder
    #[arg(conflicts_with = "demo")]
    pub folder: Option<PathBuf>,
    /// The folder with this device's secret; without it, beside the vault
    #[arg(long, value_name = "FOLDER", conflicts_with = "demo")]
    pub secret: Option<PathBuf>,
    /// Against the demonstration's invented people
    #[arg(long)]
    pub demo: bool,
}

/// Sealing.
#[derive(Debug, Args)]
pub struct Seal {
    /// The file to read
    pub from: PathBuf,
    /// The sealed file to write; it must not exist
    pub to: PathBuf,
    /// Read the passphrase from standard input
    #[arg(long)]
    pub passphrase_stdin: bool,
}
