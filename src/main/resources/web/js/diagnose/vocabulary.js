/** The vocabulary as the reader sees it. */
import {once} from '../api.js';
import {t} from '../messages.js';

const ACRONYMS = {
  os: 'OS',
  tls: 'TLS',
  nla: 'NLA',
  vpn: 'VPN',
  dns: 'DNS',
  rdp: 'RDP',
  udp: 'UDP',
  mfa: 'MFA',
  id: 'ID',
  ntlm: 'NTLM',
  mtu: 'MTU',
};

/** Words that say too little without the subject before them. */
const NEED_SUBJECT = new Set([
  'os',
  'kind',
  'version',
  'event',
  'log',
  'update',
  'state',
  'tls',
  'nla',
  'build',
  'family',
  'edition',
  'certificate',
  'role',
  'join',
  'platform',
  'ping',
  'service',
  'port',
  'firewall',
  'load',
  'used',
  'transport',
]);
const AN_ID = /\b[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+\b/g;
const A_CONDITION = /^(nobody reported that )?([a-z][a-z0-9.-]*) is (something other than )?([\w.-]+)$/;

let byId = new Map();

export async function vocabulary() {
  const list = await once('/v1/symptoms');
  if (byId.size !== list.length) byId = new Map(list.map((symptom) => [symptom.id, symptom]));
  return byId;
}

export const definition = (id) => byId.get(id);

/** `network.port-reachable` as "Port reachable"; a subject is put before it where the rest alone says too little. */
export function shortName(id) {
  const [subject, ...rest] = id.split('.');
  const tail = rest.join(' ').replaceAll('-', ' ');
  const text = (NEED_SUBJECT.has(tail) ? `${subject} ${tail}` : tail)
    .split(' ')
    .map((part) => ACRONYMS[part] ?? part)
    .join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function valueLabel(id, value) {
  if (value === 'unknown') return t('answer.unknown');
  const known = definition(id);
  const choice = known?.choices.find((one) => one.value === value);
  if (choice) return choice.label;
  return known?.unit && value !== '' ? `${value} ${known.unit}` : String(value);
}

/** A condition or message of the service with names and labels in place of ids. */
export function inWords(text) {
  const condition = A_CONDITION.exec(text);
  if (condition && byId.has(condition[2])) {
    const [, nobody, id, other, value] = condition;
    const label = other ? t('answer.not', {value: valueLabel(id, value)}) : valueLabel(id, value);
    return t(nobody ? 'condition.not-reported' : 'condition.is', {name: shortName(id), value: label});
  }
  return text.replace(AN_ID, (id) => (byId.has(id) ? `“${shortName(id)}”` : id));
}
