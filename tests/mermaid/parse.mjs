// Reads a JSON list of Mermaid sources on stdin and writes what Mermaid understood of each on stdout:
// {vertices: [{id, text, shape, link, classes}], edges: [...], subgraphs: [...], title, description}
// or {error}. Texts are those of the labels, entity codes decoded as a browser does it.
import { readFileSync } from "node:fs"
import { JSDOM } from "jsdom"

const { window } = new JSDOM("")
globalThis.window = window
globalThis.document = window.document
const mermaid = (await import("mermaid")).default
mermaid.initialize({ startOnLoad: false, securityLevel: "strict" })

const area = window.document.createElement("textarea")

/** What a label shows: Mermaid keeps entity codes as marks of its own until it draws. */
function shown(text) {
  const html = (text ?? "").replaceAll("ﬂ°°", "&#").replaceAll("ﬂ°", "&").replaceAll("¶ß", ";")
  return html.split(/<br ?\/?>/).map(line => {
    if (/[<>]/.test(line)) return `MARKUP ${line}`
    area.innerHTML = line
    return area.value
  }).join("\n")
}

async function read(source) {
  try {
    // Refuses what mermaid.parse refuses, in the same words; both would read each source twice.
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(source)
    const vertices = [...db.getVertices().values()].map(v => ({
      id: v.id, text: shown(v.text), shape: v.type, link: v.link ?? null, classes: v.classes
    }))
    const edges = db.getEdges().map(e => ({
      start: e.start, end: e.end, label: shown(e.text), stroke: e.stroke, type: e.type
    }))
    const subgraphs = db.getSubGraphs().map(s => ({
      id: s.id, title: shown(s.title), nodes: s.nodes
    }))
    return {
      vertices, edges, subgraphs,
      title: shown(db.getAccTitle()), description: shown(db.getAccDescription())
    }
  } catch (error) {
    return { error: String(error?.message ?? error) }
  }
}

const answers = []
for (const source of JSON.parse(readFileSync(0, "utf8"))) answers.push(await read(source))
process.stdout.write(JSON.stringify(answers))
