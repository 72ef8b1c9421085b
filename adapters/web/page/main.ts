/** Where the page begins. */
import { h, render } from 'preact'
import { App } from './app.ts'

const root = document.getElementById('app')
if (root) {
  root.replaceChildren()
  render(h(App, {}), root)
}
