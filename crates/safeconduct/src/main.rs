//! The command line over the desk.

/// Prints a line. A reader that has gone away (`| head`) is no fault of anybody's.
macro_rules! say {
    ($($argument:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($argument)*);
    }};
}

mod arguments;
mod browser;
mod demo;
mod judgements;
mod law;
mod memory;
mod open;
mod person;
mod problem;
mod say;
mod sealed;
mod world;

use arguments::{Arguments, Command};
use clap::{CommandFactory, Parser};
use problem::Problem;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("{problem}");
            problem.exit_code()
        }
    }
}

fn run(arguments: &Arguments) -> Result<ExitCode, Problem> {
    let lang = arguments.lang.of_desk();
    match &arguments.command {
        Command::Demo(demo) => demo::run(demo),
        Command::Open(open) => open::run(open),
        Command::Decide(decide) => person::decide(decide, lang),
        Command::Ask(about) => person::ask(about, lang),
        Command::Routes(routes) => person::routes(routes, lang),
        Command::Law(command) => law::run(command, lang),
        Command::World(command) => world::run(command, lang),
        Command::Say(command) => say::run(command, lang),
        Command::Seal(seal) => sealed::seal(seal),
        Command::Completions { shell } => {
            clap_complete::generate(
                *shell,
                &mut Arguments::command(),
                "safeconduct",
                &mut std::io::stdout(),
            );
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// A day typed on the command line.
fn day(text: &str) -> Result<desk::Date, String> {
    match text.parse::<desk::PartialDate>() {
        Ok(date) if date.is_exact() => Ok(date.earliest()),
        _ => Err("a day is expected, such as 2017-05-17".into()),
    }
}
