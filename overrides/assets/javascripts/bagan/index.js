/*
 * Mermaid with all its kinds of diagrams, for those of other kinds that stand on pages written by hand.
 */
import mermaid from "mermaid"
import { OPTIONS, drawer } from "../diagram/draw.js"

/** Not ELK, which Mermaid would take and which weighs more than all the rest. */
const LAYOUT = Object.fromEntries(
  ["flowchart", "class", "state", "er", "requirement"].map(kind => [kind, { ...OPTIONS[kind], layout: "dagre" }])
)

window.sopBagan = drawer(mermaid, LAYOUT)
