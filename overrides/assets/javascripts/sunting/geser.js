/*
 * Rows move while people go on typing: an operation that was asked for before another one was done still means its row.
 *
 * Each operation that moves rows leaves behind how indexes change; who holds an index from before asks where it is now.
 */

const same = (a, b) => JSON.stringify(a ?? []) === JSON.stringify(b ?? [])

/** How the indexes of a table's steps change by an operation: a function that gives -1 for a row that is gone; or null. */
function shiftOf({ operasi, n, ke, keputusan }) {
  if (operasi === "sisipkan_langkah") return i => (i >= n ? i + 1 : i)
  if (operasi === "hapus_langkah") return i => (i === n ? -1 : i > n ? i - 1 : i)
  if (operasi === "gabung_langkah") return i => (i > n ? i - 1 : i)
  if (operasi === "pecah_keputusan" && keputusan) return i => (i > n ? i + 1 : i)
  if (operasi === "pindah_langkah") return i => (i === n ? ke : i > n && i <= ke ? i - 1 : i < n && i >= ke ? i + 1 : i)
  return null
}

export class Geser {
  constructor() {
    this.done = []
    /** How many more have been asked for and not been done yet. */
    this.promised = 0
  }

  /** What an index that is seen now counts from; and one that counts on all that was asked for. */
  get now() {
    return this.done.length
  }

  get later() {
    return this.done.length + this.promised
  }

  /** How many of these operations move rows. */
  static count(operations) {
    return operations.filter(shiftOf).length
  }

  add(operations) {
    for (const one of operations) {
      const map = shiftOf(one)
      if (map) this.done.push({ tabel: one.tabel ?? [], map })
    }
  }

  /** Where a step is now whose index counts from `since`; -1 where it is gone. */
  index(tabel, n, since) {
    return this.done.slice(since).reduce((i, one) => (i >= 0 && same(one.tabel, tabel) ? one.map(i) : i), n)
  }

  /** The same operation for the rows as they are now; null where its row is gone. */
  operation(one, since) {
    if (since >= this.done.length) return one
    const made = { ...one }
    if (typeof one.n === "number") {
      made.n = one.operasi === "sisipkan_langkah" && one.n > 0 ? this.index(one.tabel, one.n - 1, since) + 1 : this.index(one.tabel, one.n, since)
      if (made.n < 0) return null
    }
    if (one.keluar) {
      made.keluar = one.keluar.map(x => (typeof x.ke === "number" ? { ...x, ke: this.index(one.tabel, x.ke, since) } : x))
      if (made.keluar.some(x => x.ke === -1)) return null
    }
    const at = one.jalan?.indexOf("langkah") ?? -1
    if (at >= 0 && typeof one.jalan[at + 1] === "number") {
      const n = this.index(one.jalan.slice(0, at), one.jalan[at + 1], since)
      if (n < 0) return null
      made.jalan = one.jalan.with ? one.jalan.with(at + 1, n) : one.jalan.map((part, i) => (i === at + 1 ? n : part))
    }
    return made
  }
}
