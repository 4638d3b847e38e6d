// Written in syntax that old Node versions can parse, so that the reason is what the user sees.

/** Ends with one line when this Node is too old to install and start the program. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(
    `Inlieu needs Node 20.19 or newer to start; this is ${process.version}. Install a newer Node from https://nodejs.org.`,
  )
  process.exit(1)
}
