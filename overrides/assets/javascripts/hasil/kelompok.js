/* Results in groups: pure functions over what the engine answers. */

import { write } from "../tulisan.js"

const NAMES = {
  sop: TULISAN.jenis.sop, langkah: TULISAN.jenis.langkah, pelaksana: TULISAN.jenis.pelaksana,
  dokumen: TULISAN.jenis.dokumen, "dasar-hukum": TULISAN.jenis.dasar_hukum, instansi: TULISAN.jenis.instansi,
  panduan: TULISAN.jenis.panduan, daftar: TULISAN.jenis.daftar
}

/** What a group is called, by what the engine calls it. */
export const nameOf = group => write(NAMES[group])

/** Results of a group that are shown at first, and how many more at a touch. */
export const FIRST = 4
export const MORE = 20

/** Groups in which each section is a result of its own: documents, laws, abbreviations. */
export const SPLIT = new Set(["dokumen", "dasar-hukum", "daftar"])

/** Sections of one page that stand as results of their own, or below the first. */
const SECTIONS = 3

/**
 * What a page shows as, one or several results: { page, parts }, where the first of `parts` says where the link leads.
 *
 * An SOP found by its name stands with its best steps below it; documents stand for themselves, each with its page.
 */
function entries(page) {
  const { bagian, kelompok, alamat, utama = 1 } = page
  if (SPLIT.has(kelompok)) {
    const own = bagian.slice(0, Math.max(1, Math.min(utama, SECTIONS))).filter(part => part.alamat !== alamat)
    return own.length ? own.map(part => ({ page, parts: [part] })) : [{ page, parts: bagian.slice(0, 1) }]
  }
  return [{ page, parts: bagian.slice(0, Math.max(1, Math.min(utama, SECTIONS))) }]
}

/** Pages as groups, that of the best page first: [{ kelompok, nama, jumlah, pages }]. */
export function grouped(pages, counts = {}) {
  const groups = new Map()
  for (const page of pages) {
    const group = groups.get(page.kelompok) ?? { kelompok: page.kelompok, nama: nameOf(page.kelompok), pages: [] }
    group.pages.push(page)
    groups.set(page.kelompok, group)
  }
  return [...groups.values()].map(group => ({ ...group, jumlah: counts[group.kelompok] ?? group.pages.length }))
}

/** The results of some pages of a group. */
export const results = pages => pages.flatMap(entries)

/** How many of some pages make so many results, at least one. */
export function enough(pages, number) {
  let [taken, sum] = [0, 0]
  while (taken < pages.length && sum < number) sum += pages[taken++].hasil
  return taken
}

/** How many results some pages make. */
export const count = pages => pages.reduce((sum, { hasil }) => sum + hasil, 0)

/** What was found, in words: "12 hasil: 5 SOP, 4 langkah, 3 dokumen". */
export function tally(counts) {
  const total = Object.values(counts).reduce((sum, number) => sum + number, 0)
  const parts = Object.entries(counts).filter(([, number]) => number)
    .map(([group, number]) => `${number} ${group === "sop" ? nameOf(group) : nameOf(group).toLowerCase()}`)
  if (!total) return write(TULISAN.cari.nihil)
  return write(TULISAN.cari.hasil, { banyak: total, rincian: parts.join(", ") })
}
