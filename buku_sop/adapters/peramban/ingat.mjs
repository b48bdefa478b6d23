/*
 * What this device keeps of a start of the engine: its memory, of one version at a time, of published data alone.
 */
const NAME = "buku-sop-mesin"
const STORE = "ingatan"
const stores = self.indexedDB // taken now: once the engine is ready, nobody here can ask for it

const done = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result)
  request.onerror = () => reject(request.error)
})

async function store(mode) {
  const opening = stores.open(NAME, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
  return (await done(opening)).transaction(STORE, mode).objectStore(STORE)
}

/**
 * What was kept of this very version at this very place; null where nothing was, or the browser keeps nothing. Its bytes lie
 * in a blob: they come without this thread, which would copy them out of the record for a while.
 */
export async function read(version) {
  try {
    const { blob, ...kept } = await done((await store("readonly")).get(version))
    return { ...kept, bytes: new Uint8Array(await blob.arrayBuffer()) }
  } catch {
    return null
  }
}

/** Keep it in the place of what other versions left behind; a browser that keeps nothing starts anew each time. */
export async function write(version, { bytes, ...memory }) {
  try {
    const place = version.replace(/[0-9a-f]{12}\/$/, "")
    const there = await store("readwrite")
    for (const key of await done(there.getAllKeys())) if (String(key).startsWith(place)) there.delete(key)
    await done(there.put({ ...memory, blob: new Blob([bytes]) }, version))
  } catch { /* full, or forbidden */ }
}

export async function forget(version) {
  try {
    await done((await store("readwrite")).delete(version))
  } catch { /* it was not kept */ }
}
