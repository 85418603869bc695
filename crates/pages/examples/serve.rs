//! Serves the demonstration and prints its start link: for looking at pages while making them.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let office = desk::Office::demo()?;
    let listener = pages::listen().await?;
    let workspace = pages::Workspace::open(office, listener.local_addr()?);
    println!("{}", workspace.start_link()?);
    pages::serve(workspace, &listener, std::future::pending()).await?;
    Ok(())
}
