/* Enhances pages that work without it: counts the time down, asks for more of it in place, sends each form once, waits for a payment. */
(function () {
  'use strict'

  /* ---------------------------------------------------------------- the clock */

  const clock = document.querySelector('.clock')
  let deadline = 0
  let longest = 0

  function start(time) {
    const now = Date.now()
    deadline = now + Number(time.seconds) * 1000
    longest = now + Number(time.longest) * 1000
  }

  function tick() {
    const left = Math.max(0, Math.round((deadline - Date.now()) / 1000))
    clock.querySelector('.left').textContent = Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0')
    clock.classList.toggle('soon', left <= 300)
    const more = clock.querySelector('.longer')
    if (more) more.hidden = Math.min(Date.now() + Number(clock.dataset.life) * 1000, longest) - deadline < 60000
    if (left === 300) say('five')
    if (left === 60) say('one')
    if (left > 0) return
    clearInterval(ticking)
    say('over')
    /* what is typed is lost anyway, and the page that follows says so */
    if (!document.querySelector('#payment[aria-busy]')) location.assign(clock.dataset.over)
  }

  function say(what) {
    const voice = clock.querySelector('[role=status]')
    voice.textContent = voice.dataset[what]
  }

  let ticking
  if (clock) {
    start(clock.dataset)
    tick()
    ticking = setInterval(tick, 1000)
    const form = clock.querySelector('.longer')
    if (form) {
      form.addEventListener('submit', event => {
        event.preventDefault()
        moreTime(form.action, new FormData(form)).then(given => given && say('more'), () => form.submit())
      })
    }
  }

  /* Asks for more time. An answer that is not a time is the page on which the session has come to. */
  async function moreTime(action, fields) {
    const response = await fetch(action, { method: 'POST', body: new URLSearchParams(fields), headers: { Accept: 'application/json' } })
    if (!response.ok || !response.headers.get('Content-Type').includes('json')) {
      location.assign(clock ? clock.dataset.over : response.url)
      return false
    }
    start(await response.json())
    tick()
    return true
  }

  window.checkout = { moreTime }

  /* ---------------------------------------------------------------- forms */

  document.addEventListener('submit', event => {
    const form = event.target
    if (event.defaultPrevented) return
    if (form.dataset.sent) event.preventDefault()
    form.dataset.sent = 'true'
  })

  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent))

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
