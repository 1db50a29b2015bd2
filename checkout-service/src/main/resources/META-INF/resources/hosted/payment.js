/* Takes the payment with Stripe.js; without it the page says so, and the student's answers are kept. */
(function () {
  'use strict'

  const form = document.getElementById('payment')
  const problem = document.getElementById('payment-error')
  const button = document.getElementById('payment-button')
  const label = button.textContent

  function show(text) {
    problem.textContent = text
    problem.hidden = !text
  }

  function notLoaded() {
    button.hidden = true
    show(form.dataset.notLoaded)
  }

  if (!window.Stripe) return notLoaded()

  const style = getComputedStyle(document.documentElement)
  const colour = name => style.getPropertyValue(name).trim()
  const stripe = window.Stripe(form.dataset.key, { locale: form.dataset.locale })
  const elements = stripe.elements({
    clientSecret: form.dataset.secret,
    appearance: {
      theme: 'stripe',
      variables: {
        colorPrimary: colour('--primary'),
        colorBackground: colour('--background'),
        colorText: colour('--text'),
        colorDanger: '#9b1c1c',
        fontFamily: colour('--font') + ', ' + colour('--chinese'),
        fontSizeBase: '16px',
        borderRadius: '8px',
        spacingUnit: '5px',
      },
    },
  })
  const element = elements.create('payment', { layout: 'tabs' })
  element.on('ready', () => { button.disabled = false })
  element.on('loaderror', notLoaded)
  element.mount('#payment-element')

  /* The button is not disabled, because it would lose the focus. */
  function busy(is) {
    button.textContent = is ? form.dataset.paying : label
    const flags = [[button, 'aria-disabled'], [form, 'aria-busy']]
    flags.forEach(([node, flag]) => is ? node.setAttribute(flag, 'true') : node.removeAttribute(flag))
  }

  function failed(text) {
    busy(false)
    show(text || form.dataset.failed)
    problem.focus()
  }

  /* More time first, so that the bank's questions do not run into the end of the session; a session that is over says so here. */
  async function pay() {
    if (!await window.checkout.moreTime(form)) return
    const back = location.origin + form.dataset.return
    const { error } = await stripe.confirmPayment({ elements, confirmParams: { return_url: back }, redirect: 'if_required' })
    if (!error || error.code === 'payment_intent_unexpected_state') return location.assign(back)
    failed(error.message)
  }

  form.addEventListener('submit', event => {
    event.preventDefault()
    if (form.hasAttribute('aria-busy')) return
    show('')
    busy(true)
    pay().catch(() => failed())
  })
})()
