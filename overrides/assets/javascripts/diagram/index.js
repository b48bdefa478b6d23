/*
 * Mermaid with what the diagram of an SOP needs, a swimlane of boxes and decisions (see mermaid_parts.mjs of the build).
 */
import mermaid from "mermaid"
import { drawer } from "./draw.js"

window.sopDiagram = drawer(mermaid)
