/** The vocabulary as the reader sees it. */
import {once} from '../api.js';
import {t} from '../messages.js';

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
  const alone = new Set(['os', 'kind', 'version', 'event', 'log', 'update', 'state', 'tls', 'nla', 'build', 'family', 'edition', 'certificate', 'role', 'join', 'platform', 'ping', 'service', 'port', 'firewall', 'load', 'used', 'transport']);
  const acronyms = {os: 'OS', tls: 'TLS', nla: 'NLA', vpn: 'VPN', dns: 'DNS', rdp: 'RDP', udp: 'UDP', mfa: 'MFA', id: 'ID'};
  const text = (alone.has(tail) ? `${subject} ${tail}` : tail).split(' ').map((part) => acronyms[part] ?? part).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function valueLabel(id, value) {
  if (value === 'unknown') return t('answer.unknown');
  const known = definition(id);
  const choice = known?.choices.find((one) => one.value === value);
  if (choice) return choice.label;
  return known?.unit && value !== '' ? `${value} ${known.unit}` : String(value);
}
