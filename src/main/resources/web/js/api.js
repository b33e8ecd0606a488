/** The REST calls. The key lives in this module's memory alone: never in a URL, a cookie or the browser's storage. */
let key = '';
const watchers = new Set();

export const holdsKey = () => key !== '';

export function useKey(text) {
  key = text.trim();
  watchers.forEach((watch) => watch());
}

export function onKey(watch) {
  watchers.add(watch);
  return () => watchers.delete(watch);
}

/** What went wrong, in the service's own words (RFC 9457) or as `offline`. */
export class Trouble extends Error {
  constructor(kind, problem, status) {
    super(problem.detail ?? kind);
    this.kind = kind;
    this.problem = problem;
    this.status = status;
  }
}

export async function call(method, path, options) {
  const response = await send(method, path, options);
  return response.status === 204 ? null : response.json();
}

async function send(method, path, {body, headers = {}, signal} = {}) {
  const sent = {Accept: 'application/json', ...headers};
  if (body !== undefined) sent['Content-Type'] = 'application/json';
  if (key) sent.Authorization = `Bearer ${key}`;
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: sent,
      signal,
      credentials: 'omit',
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Trouble('offline', {}, 0);
  }
  const usable = response.ok || (response.status === 503 && isAnswer(response));
  if (!usable) throw new Trouble('problem', await problem(response), response.status);
  return response;
}

/** A diagnosis that could not be stored comes with 503 and is still a diagnosis. */
function isAnswer(response) {
  return (response.headers.get('Content-Type') ?? '').startsWith('application/json');
}

async function problem(response) {
  try {
    return await response.json();
  } catch {
    return {title: response.statusText || String(response.status), status: response.status};
  }
}

/** The lines of an answer as they arrive; whoever stops asking stops the sending. */
export async function* stream(path) {
  const leave = new AbortController();
  const response = await send('GET', path, {headers: {Accept: 'application/x-ndjson'}, signal: leave.signal});
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + part.value).split('\n');
      rest = lines.pop();
      yield* lines.filter(Boolean);
    }
    if (rest) yield rest;
  } finally {
    leave.abort();
  }
}

export const get = (path, options) => call('GET', path, options);
export const post = (path, body, options) => call('POST', path, {...options, body});

const kept = new Map();

/** Reads what does not change while the page is open, once. */
export function once(path) {
  if (!kept.has(path)) {
    kept.set(
      path,
      get(path).catch((failure) => {
        kept.delete(path);
        throw failure;
      }),
    );
  }
  return kept.get(path);
}

export const forget = () => kept.clear();
