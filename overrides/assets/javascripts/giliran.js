/*
 * The site's worker changes hands: the one that was published last takes over from the one before it.
 *
 * The old one ends once it has nothing to do. Where it is asked for something just then, browsers start it again, and
 * Chromium forgets for minutes that another one waits. So nothing is asked of it meanwhile, and the one that waits is told to go on.
 */

/** Milliseconds between two reminders, and how many there are: no install and no end of a worker takes longer in a browser. */
const REST = 2000
const TIMES = 150

/** Until no other worker is about to take over. */
export async function settled(place) {
  for (let n = 0; n < TIMES; n++) {
    const next = place.installing ?? place.waiting
    if (!next) return
    if (next === place.waiting) next.postMessage({ perintah: "maju" })
    await changed(next)
  }
}

const changed = worker => new Promise(resolve => {
  const done = () => {
    clearTimeout(late)
    worker.removeEventListener("statechange", done)
    resolve()
  }
  const late = setTimeout(done, REST)
  worker.addEventListener("statechange", done)
})
