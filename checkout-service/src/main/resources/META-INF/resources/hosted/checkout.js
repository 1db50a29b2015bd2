/* Enhances pages that work without it: counts the time down, asks for more of it in place, sends each form once, waits for a payment. */
(function () {
  'use strict'

  /* ---------------------------------------------------------------- the clock */

  const clock = document.querySelector('.clock')
  const longer = clock && clock.querySelector('.longer')
  let deadline = 0
  let longest = 0
  let before = 0
  let ticking

  function run(time) {
    const now = Date.now()
    deadline = now + Number(time.seconds) * 1000
    longest = now + Number(time.longest) * 1000
    before = Number(time.seconds)
    clearInterval(ticking)
    ticking = setInterval(tick, 1000)
    tick()
  }

  function tick() {
    const left = Math.max(0, Math.ceil((deadline - Date.now()) / 1000))
    clock.querySelector('.left').textContent = Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0')
    clock.classList.toggle('soon', left <= 300)
    if (longer) offer(Math.min(Date.now() + Number(clock.dataset.life) * 1000, longest) - deadline >= 60000)
    /* a tab in the background may not tick in the very second */
    const passed = mark => before > mark && left <= mark
    if (passed(60)) say('one')
    else if (passed(300)) say('five')
    before = left
    if (left > 0) return
    clearInterval(ticking)
    setTimeout(over, 1500)
  }

  /* What has the focus does not vanish under it. */
  function offer(more) {
    if (!more && longer.contains(document.activeElement)) clock.querySelector('.what-is-kept').focus()
    longer.hidden = !more
  }

  function say(what) {
    const voice = clock.querySelector('[role=status]')
    voice.textContent = voice.dataset[what]
    voice.classList.toggle('unseen', what !== 'notGiven')
  }

  /* The server's clock counts, and another tab may have asked for more time; a payment under way goes on by itself. */
  async function over() {
    if (document.querySelector('#payment[aria-busy]')) return setTimeout(over, 5000)
    try {
      const time = await timeIn(await ask(clock.dataset.time, {}))
      if (time) return run(time)
      say('over')
      location.assign(clock.dataset.over)
    } catch (later) {
      setTimeout(over, 5000)
    }
  }

  function ask(address, options) {
    return fetch(address, { ...options, redirect: 'manual', headers: { Accept: 'application/json, text/html;q=0.1' } })
  }

  /* Null where the session has come to another page; fails where there is no telling. */
  async function timeIn(response) {
    if (response.ok && (response.headers.get('Content-Type') || '').includes('json')) return response.json()
    if (response.ok || response.type === 'opaqueredirect' || response.status === 404 || response.status === 410) return null
    throw new Error(String(response.status))
  }

  /* Asks for more time. False when it leaves for another page; it fails, and the page stays, when it did not work. */
  async function moreTime(form) {
    const fields = new URLSearchParams({ form_token: form.elements.form_token.value })
    const time = await timeIn(await ask(clock.dataset.time, { method: 'POST', body: fields }))
    if (!time) location.assign(clock.dataset.over)
    else run(time)
    return Boolean(time)
  }

  if (clock) run(clock.dataset)
  if (longer) {
    longer.querySelector('button').addEventListener('click', event => {
      event.preventDefault()
      moreTime(event.currentTarget.form).then(given => given && say('more'), () => say('notGiven'))
    })
  }

  window.checkout = { moreTime }

  /* ---------------------------------------------------------------- forms */

  /* Once; and again after a while, for whoever stopped the browser. */
  document.addEventListener('submit', event => {
    const form = event.target
    if (event.defaultPrevented) return
    if (form.dataset.sent) return event.preventDefault()
    form.dataset.sent = 'true'
    setTimeout(() => delete form.dataset.sent, 10000)
  })

  /* A page out of the browser's memory knows neither the time nor what was sent since. */
  window.addEventListener('pageshow', event => {
    if (event.persisted) location.reload()
  })

  const wrongs = document.querySelector('.wrongs[autofocus]')
  if (wrongs) wrongs.focus()

  /* ---------------------------------------------------------------- waiting for the bank */

  const processing = document.getElementById('processing')
  const pauses = [1000, 2000, 3000, 5000, 8000]

  async function look(turn) {
    try {
      const response = await fetch(processing.dataset.status, { headers: { Accept: 'application/json' } })
      const { page } = await response.json()
      if (page && page !== 'processing') return location.replace(processing.dataset.base + page)
    } catch (later) {
      /* the next look may reach it */
    }
    setTimeout(look, pauses[Math.min(turn, pauses.length - 1)], turn + 1)
  }

  if (processing) setTimeout(look, pauses[0], 1)
})()
