/*
 * What kind of thing a query asks for, from the words beside those that say which one: "tugas bendahara" asks for a
 * role, "cara mencetak sop" for the guide, "sop draf banggai" for SOPs of a status.
 *
 * Such words are not lost: they stay words of the query that count little, and a page of the kind asked for has them.
 *
 * Part of the search worker (../cari.js).
 */
"use strict"

self.Cari ??= {}

{
  const set = text => new Set(text.split(" "))

  /** Words that ask for a role, where they come first: "tugas belajar" may be an SOP, "surat tugas" always is. */
  const ROLE = set("tugas tugasnya kerjaan kerjaannya pekerjaan pekerjaannya jabatan wewenang kewenangan tupoksi peran ngapain")
  const GUIDE = set("cara caranya panduan petunjuk tutorial arti artinya maksud maksudnya")
  const ABBREVIATION = set("arti artinya kepanjangan kepanjangannya singkatan kependekan akronim")
  const LIST = set("daftar semua list seluruh")

  /** What "berapa" is followed by when it asks how long. */
  const TIME = set("lama lamanya hari jam menit minggu bulan")

  /** What a list may be of, and the page where it stands. */
  const LISTED = new Map(Object.entries({
    sop: "sop/", pelaksana: "pelaksana/", jabatan: "pelaksana/", dokumen: "dokumen/",
    peraturan: "dasar-hukum/", dasar: "dasar-hukum/", singkatan: "singkatan/"
  }))

  /** A status, as people call it; only beside the word "sop", since a "draft" is a document too. */
  const STATUS = new Map(Object.entries({
    berlaku: "berlaku", aktif: "berlaku", draf: "draf", draft: "draf",
    dicabut: "dicabut", digantikan: "digantikan", diganti: "digantikan"
  }))

  /** Questions that ask for nothing by themselves, before a word that decides. */
  const BEFORE = set("apa apakah apaan saja aja sih siapa yang saya sebagai jelaskan lihat")

  /**
   * Read what a query asks for.
   *
   * Returns `kinds` ("pelaksana", "panduan", "singkatan") and the address of a `list`, the `light` places of the words
   * that said so, whether "sop" was typed, and the `status`, whose words are `dropped`.
   */
  self.Cari.readIntent = function(words) {
    const kinds = new Set()
    const light = new Set()
    const dropped = new Set()
    let status, list
    const note = (i, kind) => { kinds.add(kind); light.add(i) }
    const first = words.findIndex(word => !BEFORE.has(word))
    const sop = words.includes("sop")
    for (const [i, word] of words.entries()) {
      if (GUIDE.has(word)) note(i, "panduan")
      if (ABBREVIATION.has(word)) note(i, "singkatan")
      if (i === first && ROLE.has(word) || word === "ngapain") note(i, "pelaksana")
      if (word === "berapa" && TIME.has(words[i + 1])) light.add(i + 1)
      if (LIST.has(word) && LISTED.has(words[i + 1])) {
        list = LISTED.get(words[i + 1])
        light.add(i).add(i + 1)
      }
      if (sop && STATUS.has(word)) {
        status = STATUS.get(word)
        dropped.add(i)
      }
    }
    if (first >= 0 && words[first] === "tanggung" && words[first + 1] === "jawab") {
      note(first, "pelaksana")
      note(first + 1, "pelaksana")
    }
    if (words[0] === "apa" && words[1] === "itu") kinds.add("singkatan")
    return { kinds, list, light, dropped, status, sop }
  }
}
