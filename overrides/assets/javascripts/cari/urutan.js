/*
 * Order: which of the pages that were found comes first, from what is known of each (peringkat.js finds that out).
 *
 * In this order: pages of an office that was named; pages that answer more of what was asked, where the guide counts little unless it is asked for;
 * SOPs in force before withdrawn and superseded ones; the tier; the reader's own office; the score.
 *
 * Part of the search worker (../cari.js).
 */
"use strict"

self.Cari ??= {}

{
  /** The most of a query that the guide and the pages for those who mend the data answer unasked: less than any name. */
  const UNASKED = 0.25

  /** How much of a query a name makes up for that holds a part of its words and no other. */
  const NAMED = 0.12

  /** The most that does not answer all. */
  const BELOW_ALL = 0.999

  /** How far a page answers a word that stands in it, and not in its name. */
  self.Cari.INSIDE = 0.8

  /** Pages of lists have many words, none of them their own. */
  const LIST = 0.7

  const BEHIND = new Set(["panduan", "mutu"])

  /** What a page answers of a query, from 0 to 1 and a little more. */
  function answered({ about, coverage, asked, named = 0 }, { total, status }) {
    const part = total ? coverage / total : 1
    if (asked) return part
    if (BEHIND.has(about.jenis)) return Math.min(part, UNASKED) * part
    if (about.list) return part < self.Cari.INSIDE - 1e-9 ? part * LIST : part
    return (part < 1 ? Math.min(part + NAMED * named, BELOW_ALL) : part) - (status && about.sop && about.status !== status ? 1 : 0)
  }

  /** The groups in which results are shown; other kinds of pages are lists. */
  const GROUPS = new Set(["sop", "pelaksana", "dokumen", "dasar-hukum", "instansi", "panduan"])

  /** The group of a page: an SOP that was found by one of its steps stands among the steps. */
  self.Cari.groupOf = ({ about }, byStep) =>
    about.sop ? byStep ? "langkah" : "sop" : GROUPS.has(about.jenis) ? about.jenis : "daftar"

  /** Groups in which each section is a result of its own. */
  const SPLIT = new Set(["dokumen", "dasar-hukum", "daftar"])

  /** Results of one page at most. */
  const RESULTS = 3

  /** The sections of a page that are results of their own: the page's own head only where there is no other. */
  self.Cari.resultsOf = function({ kelompok, best, about, sections }) {
    if (!SPLIT.has(kelompok)) return 1
    return sections.slice(0, Math.max(1, Math.min(best, RESULTS))).filter(({ no }) => no !== about.first).length || 1
  }

  /** Whether the first page stands out, so that Enter may open it: alone, or better in what decides. */
  self.Cari.standsOut = function([first, second], { instansi }) {
    if (!second) return true
    const own = page => !!instansi && page.about.instansi === instansi
    return first.part > second.part || (first.part === second.part &&
      (first.tier > second.tier || (first.tier === second.tier && own(first) && !own(second))))
  }

  /**
   * Sort pages, best first.
   *
   * Each has `about` (`jenis`, `sop`, `list`, `status`, `retired`, `instansi`, `no`), `coverage` (of `total`), `tier`, `score`,
   * whether its kind was `asked` for, `named`, how much of its name was typed, and `ofNamed`, whether its office was named.
   */
  self.Cari.order = function(pages, asked) {
    const { instansi } = asked
    for (const page of pages) page.part = Math.round((answered(page, asked) + (page.ofNamed ? 1 : 0)) * 1e6)
    return pages.sort((a, b) =>
      b.part - a.part ||
      a.about.retired - b.about.retired ||
      b.tier - a.tier ||
      (instansi ? (b.about.instansi === instansi) - (a.about.instansi === instansi) : 0) ||
      b.score - a.score ||
      a.about.no - b.about.no
    )
  }
}
