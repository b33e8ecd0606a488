/** What can stand where the cursor is: ids and values of symptoms, causes, fixes, and the words of the rule language. */
import {once} from '../api.js';

const GROUPS = [
  'code',
  'stage',
  'reachability',
  'certificate',
  'events',
  'change',
  'scope',
  'client',
  'host',
  'account',
  'network',
  'gateway',
  'service',
  'session',
  'licence',
  'log',
  'config',
  'timing',
];
const VERBS = {
  confirms: '+30',
  stronglySupports: '+15',
  supports: '+10',
  hintsAt: '+5',
  speaksWeaklyAgainst: '−5',
  speaksAgainst: '−10',
  speaksStronglyAgainst: '−15',
  rulesOut: '−40',
};
const MOST = 8;

export async function completions(before, path, forced) {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const all = await candidates(line, before, path);
  const typed = /[\w.-]*$/.exec(line)[0];
  if (!all.length || (!forced && typed.length < 2 && !line.endsWith('"'))) return {options: [], typed};
  const starts = all.filter((one) => one.text.startsWith(typed) && one.text !== typed);
  const holds = all.filter((one) => !one.text.startsWith(typed) && one.text.includes(typed));
  return {options: [...starts, ...holds].slice(0, MOST), typed};
}

async function candidates(line, before, path) {
  try {
    if (path.endsWith('.drl')) return await ofRules(line);
    return await ofYaml(line, before);
  } catch {
    return [];
  }
}

async function ofRules(line) {
  if (/\bid\s*==\s*"[\w.-]*$/.test(line) || /derives\(\s*"[\w.-]*$/.test(line)) return symptoms();
  const value =
    /\bid\s*==\s*"([\w.-]+)"\s*,\s*value\s*[!=]=\s*"[\w.-]*$/.exec(line) ?? /derives\(\s*"([\w.-]+)"\s*,\s*"[\w.-]*$/.exec(line);
  if (value) return values(value[1]);
  const verb = new RegExp(`\\b(?:${Object.keys(VERBS).join('|')})\\(\\s*`);
  if (new RegExp(`${verb.source}"[\\w.-]*$`).test(line)) return causes();
  if (new RegExp(`${verb.source}"[^"]*"\\s*,\\s*"[\\w-]*$`).test(line)) return GROUPS.map((text) => ({text, hint: ''}));
  if (/\b(?:prefers|excludes)\(\s*"[\w-]*$/.test(line)) return fixes();
  if (/(?:insertLogical\(|Evidence\.)\s*\w*$/.test(line)) return Object.entries(VERBS).map(([text, hint]) => ({text, hint: `${hint} dB`}));
  return [];
}

async function ofYaml(line, before) {
  if (/(?:cause|settles.*symptom|acceptable):\s*\[?[\w., -]*$/.test(line) && !/symptom/.test(line)) return causes();
  if (/fix:\s*[\w-]*$/.test(line) || /safer-first:\s*[\w-]*$/.test(line)) return fixes();
  const value = /([\w-]+\.[\w.-]+):\s*"?[\w.-]*$/.exec(line);
  if (value) return values(value[1]);
  if (
    /symptoms:\s*\{[^}]*$/.test(line) ||
    /symptom:\s*[\w.-]*$/.test(line) ||
    /symptoms:\s*\n(?:\s+[\w.-]+:.*\n)*\s+[\w.-]*$/.test(before.slice(-2000))
  )
    return symptoms();
  return [];
}

const symptoms = async () => (await once('/v1/symptoms')).map((one) => ({text: one.id, hint: one.question}));
const causes = async () => (await once('/v1/causes')).map((one) => ({text: one.id, hint: one.title}));
const fixes = async () => (await once('/v1/fixes')).map((one) => ({text: one.id, hint: one.title}));
const values = async (id) =>
  ((await once('/v1/symptoms')).find((one) => one.id === id)?.choices ?? []).map((one) => ({text: one.value, hint: one.label}));
