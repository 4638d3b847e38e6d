#!/usr/bin/env node
// The command `inlieu` (npx inlieu backup, restore, audit verify, admin unlock).
import { requireNode } from './node-version.mjs'

requireNode()
import('./shim.mjs').then((shim) => shim.runEntry('packages/server/cli/main.ts', process.argv.slice(2)))
