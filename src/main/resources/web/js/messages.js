/** Words in the reader's language. English is at hand; other languages are loaded when they are chosen. */
import en from '../messages/en.js';

const OTHERS = {de: () => import('../messages/de.js')};
export const LANGUAGES = {en: 'English', de: 'Deutsch'};
const SETTING = 'reconnect.language';

let words = en;
let chosen = 'en';

export const language = () => chosen;

export async function chooseLanguage(name = remembered()) {
  const load = OTHERS[name];
  words = load ? (await load()).default : en;
  chosen = load ? name : 'en';
  document.documentElement.lang = chosen;
  try {
    localStorage.setItem(SETTING, chosen);
  } catch {
    // Private windows may refuse: then the choice lasts as long as the page.
  }
}

function remembered() {
  try {
    const kept = localStorage.getItem(SETTING);
    if (kept) return kept;
  } catch {
    // As above.
  }
  return (navigator.language ?? 'en').slice(0, 2);
}

/** The text of a key, with {names} filled in. A key that is missing shows itself, so that it is seen and not guessed. */
export function t(key, values = {}) {
  const text = words[key] ?? en[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

export const has = (key) => key in words || key in en;

/** A word of a closed list of the wire, such as a risk; the word itself where nobody has translated it. */
export function word(list, value) {
  const key = `${list}.${value}`;
  return has(key) ? t(key) : String(value).replaceAll('-', ' ');
}

export const date = (iso) => (iso ? new Date(iso).toLocaleString(chosen, {dateStyle: 'medium', timeStyle: 'short'}) : '');
export const number = (value) => Number(value).toLocaleString(chosen);
