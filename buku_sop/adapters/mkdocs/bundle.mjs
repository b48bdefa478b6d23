// Makes what browsers load of stylesheets and scripts: few files, minified, named by the hash of their content.
//
// Reads a job as JSON on stdin, writes the files to `out` and says on stdout what each bundle is called:
// {"buku.css": "buku.1a2b3c4d.css", ...}. The job:
//   modules    folder from which the packages of npm are found
//   out        folder for the results
//   theme      stylesheets of the theme, of which what matches `unused` is left out
//   unused     regular expressions for selectors that nothing on these pages can have
//   styles     our stylesheets, in the order in which they hold
//   scripts    scripts that every page runs, in order
//   words      {key: text} of the interface: scripts name them as TULISAN.<key>
//   later      {name: entry}: scripts that a page asks for when it needs them, as BUNDLES.<name>
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { lighter, swimlane } from "./mermaid_parts.mjs"

const job = JSON.parse(readFileSync(0, "utf8"))
const require = createRequire(join(job.modules, "bundle.js"))
const esbuild = require("esbuild")
const postcss = require("postcss")

/** Browsers of 2021 and later: what they lack of today's syntax is written so that they understand it. */
const TARGET = ["chrome90", "edge90", "firefox90", "safari14.1"]

const names = {}

function write(name, text) {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8)
  const [, stem, kind] = /^(.*)\.(\w+)$/.exec(name)
  names[name] = `${stem}.${hash}.${kind}`
  writeFileSync(join(job.out, names[name]), text)
}

/** The theme's styles without the rules, and then the custom properties, that nothing uses here. */
function needed(css, others) {
  const unused = job.unused.map(pattern => new RegExp(pattern))
  const tree = postcss.parse(css)
  tree.walkRules(rule => {
    const left = rule.selectors.filter(one => !unused.some(pattern => pattern.test(one)))
    if (!left.length) rule.remove()
    else if (left.length < rule.selectors.length) rule.selectors = left
  })
  const used = new Set(`${tree}\n${others}`.match(/(?<=var\(\s*)--[\w-]+/g))
  tree.walkDecls(/^--md-.*icon/, declaration => {
    if (!used.has(declaration.prop)) declaration.remove()
  })
  tree.walk(node => {
    if (node.nodes?.length === 0 && node.type !== "root") node.remove()
  })
  return `${tree}`
}

async function styles() {
  const read = files => files.map(file => readFileSync(file, "utf8")).join("\n")
  const own = read(job.styles)
  const theme = needed(read(job.theme), own)
  const { code } = await esbuild.transform(`${theme}\n${own}`, {
    loader: "css", minify: true, target: TARGET, legalComments: "none"
  })
  write("buku.css", code)
}

/** The words of the interface, each in the place of its key (tulisan.js). */
const words = Object.fromEntries(Object.entries(job.words)
  .map(([key, text]) => [`TULISAN.${key}`, JSON.stringify(`${key}\n${text}`)]))

/** Names of the scripts that come later, for those who ask for them, and the packages that are in them. */
const scripts = {}
const packages = new Set()

/** Styles that a script brings itself, for what stands on its page only. */
const styleText = {
  name: "gaya",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await esbuild.transform(readFileSync(path, "utf8"), { loader: "css", minify: true, target: TARGET })
      return { contents: code, loader: "text" }
    })
  }
}

/** One classic script, which browsers take from file:// as well. */
async function script(name, input) {
  const { outputFiles: [{ text }], metafile } = await esbuild.build({
    ...input, bundle: true, write: false, minify: true, format: "iife", target: TARGET, metafile: true,
    legalComments: "none", charset: "utf8", logLevel: "silent", absWorkingDir: job.modules,
    nodePaths: [join(job.modules, "node_modules")], define: { BUNDLES: JSON.stringify(scripts), ...words }
  })
  write(`${name}.js`, text)
  for (const file of Object.keys(metafile.inputs)) {
    const [, folder] = /^(?:.*:)?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file) ?? []
    if (folder) packages.add(folder)
  }
}

/** The licences of all packages that are in a script, which ask to be handed on. */
function licences() {
  const texts = [...packages].sort().map(folder => {
    const path = join(job.modules, folder)
    const found = existsSync(path) ? readdirSync(path).filter(name => /^licen[cs]e/i.test(name)) : []
    const text = found.map(name => readFileSync(join(path, name), "utf8").trim()).join("\n\n")
    const { version, license } = JSON.parse(readFileSync(join(path, "package.json"), "utf8"))
    return `${folder.replace(/.*node_modules\//, "")} ${version} (${license})\n\n${text}\n`
  })
  if (!texts.length) return
  names["LICENSES.txt"] = "LICENSES.txt"
  writeFileSync(join(job.out, "LICENSES.txt"), texts.join(`\n${"-".repeat(80)}\n\n`))
}

await styles()
for (const [name, entry] of Object.entries(job.later)) {
  await script(name, { entryPoints: [entry], plugins: [name === "diagram" ? swimlane : lighter, styleText] })
  scripts[name] = names[`${name}.js`]
}
const contents = job.scripts.map(file => `import ${JSON.stringify(file)}`).join("\n")
await script("buku", { stdin: { contents, resolveDir: job.modules } })
licences()
process.stdout.write(JSON.stringify(names))
