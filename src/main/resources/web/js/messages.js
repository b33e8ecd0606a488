/**
 * Words in the reader's language. English is at hand; other languages, and the words of views that are not the first page,
 * are loaded when they are wanted.
 */
import en from '../messages/en.js';

export const LANGUAGES = {en: 'English', de: 'Deutsch'};
const SETTING = 'reconnect.language';

let english = {...en};
let words = english;
let chosen = 'en';
const parts = new Set();

export const language = () => chosen;

const load = async (name) => (await import(`../messages/${name}.js`)).default;

async function wordsOf(name) {
  const lists = await Promise.all([load(name), ...[...parts].map((part) => load(`${name}-${part}`))]);
  return Object.assign({}, ...lists);
}

export async function chooseLanguage(name = remembered()) {
  chosen = name in LANGUAGES ? name : 'en';
  words = chosen === 'en' ? english : await wordsOf(chosen);
  document.documentElement.lang = chosen;
  try {
    localStorage.setItem(SETTING, chosen);
  } catch {
    // Private windows may refuse: then the choice lasts as long as the page.
  }
}

/** Adds the words of a part of the console, such as the author's pages, in whatever language is or will be chosen. */
export async function alsoWords(part) {
  if (parts.has(part)) return;
  parts.add(part);
  english = await wordsOf('en');
  words = chosen === 'en' ? english : await wordsOf(chosen);
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
  const text = words[key] ?? english[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

export const has = (key) => key in words || key in english;

/** A word of a closed list of the wire, such as a risk; the word itself where nobody has translated it. */
export function word(list, value) {
  const key = `${list}.${value}`;
  return has(key) ? t(key) : String(value).replaceAll('-', ' ');
}

/** British readers of the English page see British dates. */
const locale = () => (navigator.language?.startsWith(chosen) ? navigator.language : chosen);

export const date = (iso) => (iso ? new Date(iso).toLocaleString(locale(), {dateStyle: 'medium', timeStyle: 'short'}) : '');
export const number = (value) => Number(value).toLocaleString(locale());

/** A time as people say it: minutes up to an hour and a half, then hours. */
export function duration(minutes) {
  if (minutes < 90) return t('unit.minutes', {n: number(minutes < 1 ? Math.round(minutes * 10) / 10 : Math.round(minutes))});
  return t('unit.hours', {n: number(Math.round(minutes / 30) / 2)});
}
