// The parts of Mermaid that diagrams here need: plugins of esbuild that leave the others out.
//
// Mermaid knows thirty kinds of diagrams, four ways to lay them out and a hundred shapes, and esbuild cannot see that
// only one of each is asked for here. What is left out is undefined, so that a source that needs it after all fails
// loudly (and diagram.js then asks for the whole Mermaid) rather than being drawn wrongly. Made for the version that
// package-lock.json names: parts that are not found where they are expected stop the build.
import { readFileSync } from "node:fs"
import { dirname } from "node:path"

/** What Mermaid fetches when it is needed, and we bring: the swimlane's parser, its layout and a measure. */
const BROUGHT = /\/(flowDiagram|swimlanesDiagram|swimlanes|sizeCapture)-\w+\.mjs$/

/** The modules of d3 that are used; the others do not let themselves be shaken off. */
const D3 = ["selection", "transition", "shape", "ease", "dispatch"]

const SHAPES = [
  "anchor", "c4LabelHelper", "drawRect", "handDrawnShapeStyles", "insertPolygonShape", "labelImageUtils", "labelRect",
  "question", "roundedRect", "squareRect", "util"
]

/** Sources of Mermaid, as the heads in its built files name them, that nothing of ours asks for. */
const LEFT_OUT = new RegExp(`^// src/(${[
  "themes/theme-(base|dark|forest|neutral|neo|neo-dark|redux-dark|redux-dark-color)\\.js",
  `rendering-util/rendering-elements/shapes/(?!(${SHAPES.join("|")})\\.ts$)\\w+\\.ts`,
  "diagrams/class/.*"
].join("|")})$`)

/** At least so many sources are left out, or Mermaid is built in another way than it was. */
const EXPECTED = 60

/** Keep what a source imports and exports; what it declares is undefined. */
function emptied(source) {
  const declared = source.matchAll(/^(?:async )?(?:function|var|let|const|class) ([\w$]+)/gm)
  const together = /^var \{([^}]*)\} = /m.exec(source)?.[1].split(",").map(name => name.split(":").at(-1).trim()) ?? []
  const names = new Set([...[...declared].map(([, name]) => name), ...together.filter(Boolean)])
  const kept = source.match(/^(import|export) \{[^}]*\}.*$/gm) ?? []
  return [...kept, names.size ? `var ${[...names].join(", ")};\n` : ""].join("\n")
}

/** What weighs more than it is worth, also to diagrams of other kinds: a layout of 1.4 MB, and formulas. */
const HEAVY = /^(katex|.*\/elk-\w+\.mjs)$/

/** Mermaid without that. */
export const lighter = {
  name: "mermaid-lighter",
  setup(build) {
    build.onResolve({ filter: HEAVY }, ({ path }) => ({ path, namespace: "left-out" }))
    build.onLoad({ filter: /.*/, namespace: "left-out" }, nothing)
  }
}

const nothing = () => ({ contents: "export default undefined" })

/** Mermaid with what the diagram of an SOP needs. */
export const swimlane = { name: "mermaid-swimlane", setup }

function setup(build) {
  let count = 0
  build.onResolve({ filter: /.*/ }, ({ path, kind }) => {
    if (kind === "dynamic-import" && !BROUGHT.test(path)) return { path, namespace: "left-out" }
    if (path === "roughjs") return { path, namespace: "left-out" }
    if (path === "d3") return { path, namespace: "d3", pluginData: "d3" }
  })
  build.onLoad({ filter: /.*/, namespace: "left-out" }, nothing)
  build.onLoad({ filter: /.*/, namespace: "d3" }, () => ({
    contents: D3.map(name => `export * from "d3-${name}"`).join("\n"),
    resolveDir: build.initialOptions.nodePaths[0]
  }))
  build.onLoad({ filter: /mermaid\.core[\\/]chunk-\w+\.mjs$/ }, ({ path }) => {
    const parts = readFileSync(path, "utf8").split(/^(?=\/\/ (?:src|\.\.)\/)/m)
    const contents = parts.map(part => {
      const [head] = part.split("\n", 1)
      if (!LEFT_OUT.test(head) && !head.includes("/js-yaml/")) return part
      count++
      return emptied(part)
    })
    return { contents: contents.join(""), resolveDir: dirname(path) }
  })
  build.onEnd(() => {
    if (count < EXPECTED)
      return { errors: [{ text: `only ${count} parts of Mermaid were found to leave out (mermaid_parts.mjs)` }] }
  })
}
