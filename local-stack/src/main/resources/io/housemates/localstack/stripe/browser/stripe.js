/*
 * Stands in for Stripe.js: the part of it that a page with a payment element uses, talking to the simulator it was loaded from.
 * What differs: the card form is part of the page instead of a frame, and knows no payment method but test cards.
 */
(function () {
  'use strict'

  const origin = new URL(document.currentScript.src).origin

  /* ---------------------------------------------------------------- the API */

  class Api {
    constructor(key) {
      this.key = key
    }

    retrieve(clientSecret) {
      return this.send('GET', path(clientSecret), { client_secret: clientSecret })
    }

    confirm(clientSecret, params) {
      return this.send('POST', path(clientSecret) + '/confirm', { ...params, client_secret: clientSecret })
    }

    /* Resolves to {paymentIntent} or {error}, never rejects: so do Stripe.js' own promises. */
    async send(method, to, params) {
      const form = new URLSearchParams(flat({ ...params, key: this.key }))
      try {
        const response = method === 'GET'
          ? await fetch(origin + to + '?' + form)
          : await fetch(origin + to, { method, body: form })
        const body = await response.json()
        return response.ok ? { paymentIntent: body } : { error: body.error }
      } catch (unreachable) {
        return { error: { type: 'api_connection_error', message: 'We are experiencing issues connecting to our payments provider.' } }
      }
    }
  }

  function path(clientSecret) {
    return '/v1/payment_intents/' + encodeURIComponent(String(clientSecret).split('_secret_')[0])
  }

  /* {card: {number: 1}} becomes [['card[number]', 1]]. */
  function flat(value, name) {
    if (value === undefined || value === null) return []
    if (typeof value !== 'object') return [[name, String(value)]]
    return Object.entries(value).flatMap(([key, inner]) => flat(inner, name ? `${name}[${key}]` : key))
  }

  /* ---------------------------------------------------------------- the card form */

  class CardForm {
    constructor(type) {
      this.type = type
      this.listeners = {}
      this.root = document.createElement('div')
      this.root.className = 'StripeElement'
      this.number = this.field('Card number', 'cc-number', '1234 1234 1234 1234', 23, spaced)
      this.expiry = this.field('Expiration date', 'cc-exp', 'MM / YY', 7, dated)
      this.cvc = this.field('Security code', 'cc-csc', 'CVC', 4, digits)
      this.problem = this.root.appendChild(document.createElement('p'))
      this.problem.setAttribute('role', 'alert')
      this.problem.className = 'p-FieldError Error'
    }

    field(label, autocomplete, placeholder, maxLength, format) {
      const wrapper = this.root.appendChild(document.createElement('label'))
      wrapper.className = 'p-Field'
      wrapper.style.display = 'block'
      wrapper.style.marginBottom = '0.75rem'
      wrapper.append(label)
      const input = wrapper.appendChild(document.createElement('input'))
      Object.assign(input, { name: autocomplete, autocomplete, placeholder, maxLength, inputMode: 'numeric', className: 'p-Input-input Input' })
      Object.assign(input.style, { display: 'block', boxSizing: 'border-box', width: '100%', padding: '0.6rem', font: 'inherit', fontWeight: 'normal' })
      input.addEventListener('input', () => {
        input.value = format(input.value)
        this.show(null)
        this.changed()
      })
      input.addEventListener('focus', () => this.emit('focus', { elementType: this.type }))
      input.addEventListener('blur', () => this.emit('blur', { elementType: this.type }))
      return input
    }

    mount(target) {
      const place = typeof target === 'string' ? document.querySelector(target) : target
      if (!place) throw new IntegrationError(`The selector you specified (${target}) applies to no DOM elements that are currently on the page.`)
      place.replaceChildren(this.root)
      queueMicrotask(() => this.emit('ready', { elementType: this.type }))
      return this
    }

    unmount() {
      this.root.remove()
    }

    destroy() {
      this.unmount()
      this.listeners = {}
    }

    update() {}

    collapse() {}

    focus() {
      this.number.focus()
    }

    clear() {
      [this.number, this.expiry, this.cvc].forEach(input => { input.value = '' })
      this.changed()
    }

    on(event, listener) {
      (this.listeners[event] ||= []).push(listener)
      return this
    }

    once(event, listener) {
      const first = value => {
        this.off(event, first)
        listener(value)
      }
      return this.on(event, first)
    }

    off(event, listener) {
      this.listeners[event] = (this.listeners[event] || []).filter(known => listener && known !== listener)
      return this
    }

    emit(event, value) {
      (this.listeners[event] || []).slice().forEach(listener => listener(value))
    }

    changed() {
      this.emit('change', {
        elementType: this.type,
        empty: !(this.number.value || this.expiry.value || this.cvc.value),
        complete: !this.error(),
        collapsed: false,
        value: { type: 'card' },
        error: undefined,
      })
    }

    show(error) {
      this.problem.textContent = error ? error.message : ''
    }

    /* The first thing that is wrong with what was typed. */
    error() {
      const number = digits(this.number.value)
      const [month, year] = this.expiry.value.split('/').map(part => parseInt(part, 10))
      const now = new Date()
      if (number.length < 13) return invalid('incomplete_number', 'Your card number is incomplete.')
      if (!luhn(number)) return invalid('invalid_number', 'Your card number is invalid.')
      if (!month || !year) return invalid('incomplete_expiry', "Your card's expiration date is incomplete.")
      if (month > 12 || new Date(2000 + year, month) <= now) {
        return invalid('invalid_expiry_year_past', "Your card's expiration year is in the past.")
      }
      if (digits(this.cvc.value).length < 3) return invalid('incomplete_cvc', "Your card's security code is incomplete.")
      return null
    }

    /* What the API calls payment_method_data. */
    card() {
      const [month, year] = this.expiry.value.split('/').map(part => parseInt(part, 10))
      return { type: 'card', card: { number: digits(this.number.value), exp_month: month, exp_year: year, cvc: this.cvc.value } }
    }
  }

  function invalid(code, message) {
    return { type: 'validation_error', code, message }
  }

  function digits(text) {
    return text.replace(/\D/g, '')
  }

  function spaced(text) {
    return digits(text).replace(/(.{4})(?=.)/g, '$1 ')
  }

  function dated(text) {
    const plain = digits(text).slice(0, 4)
    return plain.length > 2 ? plain.slice(0, 2) + ' / ' + plain.slice(2) : plain
  }

  function luhn(number) {
    const sum = [...number].reverse().reduce((total, digit, position) => {
      const value = Number(digit) * (position % 2 ? 2 : 1)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
    return sum % 10 === 0
  }

  class Elements {
    constructor(options) {
      this.options = options
      this.element = null
    }

    create(type) {
      if (type !== 'payment' && type !== 'card') {
        throw new IntegrationError(`The simulator has no '${type}' element, only 'payment' and 'card'.`)
      }
      if (this.element) throw new IntegrationError(`Can only create one Element of type ${type}.`)
      this.element = new CardForm(type)
      return this.element
    }

    getElement() {
      return this.element
    }

    update(options) {
      Object.assign(this.options, options)
    }

    async fetchUpdates() {
      return {}
    }

    /* Resolves to {} or {error}, and shows the error in the form. */
    async submit() {
      const error = this.element.error()
      this.element.show(error)
      return error ? { error } : { selectedPaymentMethod: 'card' }
    }
  }

  /* ---------------------------------------------------------------- what the page calls */

  class IntegrationError extends Error {
    constructor(message) {
      super(message)
      this.name = 'IntegrationError'
    }
  }

  class StripeJs {
    constructor(key) {
      this.api = new Api(key)
    }

    elements(options = {}) {
      return new Elements({ ...options })
    }

    retrievePaymentIntent(clientSecret) {
      return this.api.retrieve(clientSecret)
    }

    /* With redirect 'always' it resolves only on an error; otherwise the page is left for return_url. */
    async confirmPayment({ elements, clientSecret, confirmParams = {}, redirect = 'always' }) {
      const secret = clientSecret || (elements && elements.options.clientSecret)
      if (!secret) throw new IntegrationError('In order to confirm a payment, you must pass a clientSecret or elements that have one.')
      if (redirect === 'always' && !confirmParams.return_url) {
        throw new IntegrationError("stripe.confirmPayment(): the confirmParams.return_url argument is required when redirect is 'always'.")
      }
      const params = { return_url: confirmParams.return_url }
      if (confirmParams.payment_method) {
        params.payment_method = confirmParams.payment_method
      } else {
        const { error } = await elements.submit()
        if (error) return { error }
        params.payment_method_data = { ...elements.getElement().card(), ...confirmParams.payment_method_data }
      }
      const answer = await this.api.confirm(secret, params)
      if (answer.error) return answer
      return this.goOn(answer.paymentIntent, confirmParams.return_url, redirect)
    }

    async confirmCardPayment(clientSecret, { payment_method: method, return_url: returnUrl } = {}) {
      if (method && method.card instanceof CardForm) {
        const error = method.card.error()
        if (error) return { error }
      }
      const params = typeof method === 'string' ? { payment_method: method } : method ? { payment_method_data: method.card.card() } : {}
      const answer = await this.api.confirm(clientSecret, { ...params, return_url: returnUrl })
      return answer.error ? answer : this.goOn(answer.paymentIntent, returnUrl, 'if_required')
    }

    async handleNextAction({ clientSecret }) {
      const answer = await this.api.retrieve(clientSecret)
      return answer.error ? answer : this.goOn(answer.paymentIntent, null, 'if_required')
    }

    async goOn(intent, returnUrl, redirect) {
      if (intent.status === 'requires_action') {
        if (redirect === 'always') return leaveFor(intent.next_action.redirect_to_url.url)
        await authenticate(intent)
        const { paymentIntent, error } = await this.api.retrieve(intent.client_secret)
        if (error) return { error }
        return paymentIntent.status === 'requires_payment_method' ? { error: paymentIntent.last_payment_error } : { paymentIntent }
      }
      return redirect === 'always' ? leaveFor(withOutcome(returnUrl, intent)) : { paymentIntent: intent }
    }
  }

  function withOutcome(returnUrl, intent) {
    const url = new URL(returnUrl, location.href)
    url.searchParams.set('payment_intent', intent.id)
    url.searchParams.set('payment_intent_client_secret', intent.client_secret)
    url.searchParams.set('redirect_status', intent.status === 'processing' ? 'pending' : intent.status === 'succeeded' ? 'succeeded' : 'failed')
    return url.href
  }

  /* The page is about to go: what waits for this never goes on. */
  function leaveFor(url) {
    location.assign(url)
    return new Promise(() => {})
  }

  /* The authentication page over this one, until the buyer has decided. */
  function authenticate(intent) {
    return new Promise(resolve => {
      const frame = document.createElement('iframe')
      frame.title = '3-D Secure'
      frame.src = intent.next_action.redirect_to_url.url + '&in_frame=true'
      Object.assign(frame.style, { position: 'fixed', inset: '0', width: '100%', height: '100%', border: '0', background: 'white', zIndex: '2147483647' })
      window.addEventListener('message', function decided(message) {
        if (message.source === frame.contentWindow && message.data === 'simulator:authenticated') {
          window.removeEventListener('message', decided)
          frame.remove()
          resolve()
        }
      })
      document.body.append(frame)
    })
  }

  window.Stripe = function (key) {
    if (!key) throw new IntegrationError('Please call Stripe() with your publishable key. You used an empty string.')
    if (String(key).startsWith('sk_')) throw new IntegrationError('You should not use your secret key with Stripe.js.')
    return new StripeJs(key)
  }
  window.Stripe.version = 3
})()
