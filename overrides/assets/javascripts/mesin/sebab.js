/* Why an engine in the browser does not start, in words for whoever wrote here and for whoever runs the handbook. */
import { write } from "../tulisan.js"

/** What this browser lacks for it; empty where nothing is known to be missing. */
export const lacking = () => ["Worker", "WebAssembly", "DecompressionStream", "fetch"].filter(name => !(name in window)).join(", ")

const KINDS = [
  [/content security|unsafe-eval|EvalError|CompileError.*disallowed/i, TULISAN.tanpa_mesin.dilarang, TULISAN.tanpa_mesin.dilarang_cara],
  [/out of memory|memory allocation|could not allocate|RangeError/i, TULISAN.tanpa_mesin.memori, TULISAN.tanpa_mesin.memori_cara],
  [/: [45]\d\d$|versi program/, TULISAN.tanpa_mesin.hilang, TULISAN.tanpa_mesin.hilang_cara],
]

/** What to tell people: `{jenis, pesan, cara, sebab}`; `sebab` is for engineers. */
export function why(sebab) {
  const [, pesan, cara] = lacking()
    ? [null, TULISAN.tanpa_mesin.tua, TULISAN.tanpa_mesin.tua_cara]
    : KINDS.find(([words]) => words.test(sebab)) ?? [null, TULISAN.tanpa_mesin.sambungan, TULISAN.tanpa_mesin.sambungan_cara]
  return { jenis: "mesin", pesan: write(pesan), cara: write(cara), sebab: lacking() || sebab }
}
