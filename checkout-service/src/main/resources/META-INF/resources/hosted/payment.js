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

  if (!window.Stripe) {
    button.hidden = true
    return show(form.dataset.notLoaded)
  }

  const style = getComputedStyle(document.documentElement)
  const colour = name => style.getPropertyValue(name).trim()
  const stripe = window.Stripe(form.dataset.key, { locale: document.documentElement.lang })
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
  elements.create('payment', { layout: 'tabs' }).mount('#payment-element')

  function busy(is) {
    button.disabled = is
    button.textContent = is ? form.dataset.paying : label
    if (is) form.setAttribute('aria-busy', 'true')
    else form.removeAttribute('aria-busy')
  }

  /* More time first, so that the bank's questions do not run into the end of the session; a session that is over says so here. */
  async function pay() {
    if (!await window.checkout.moreTime(form.dataset.extend, new FormData(form))) return busy(false)
    const back = location.origin + form.dataset.return
    const { error } = await stripe.confirmPayment({ elements, confirmParams: { return_url: back }, redirect: 'if_required' })
    if (!error || error.code === 'payment_intent_unexpected_state') return location.assign(back)
    show(error.type === 'card_error' || error.type === 'validation_error' ? error.message : error.message || form.dataset.failed)
    busy(false)
    problem.scrollIntoView({ block: 'nearest' })
  }

  form.addEventListener('submit', event => {
    event.preventDefault()
    if (button.disabled) return
    show('')
    busy(true)
    pay().catch(() => {
      show(form.dataset.failed)
      busy(false)
    })
  })
})()
