/** The files of the active release with the author's changes on top, as long as the page is open; and the latest check. */
import {get, post} from '../api.js';

class Workspace extends EventTarget {
  base = '';
  files = {};
  edits = new Map();
  deleted = new Set();
  checked = null;
  checkedText = '';
  checking = false;

  async open() {
    if (this.base) return;
    const active = await get('/v1/releases/active');
    this.files = await get(`/v1/releases/${active.id}/files`);
    this.base = active.id;
  }

  /** Begins again on the release that answers now; changes that were not published stay. */
  async renew() {
    this.base = '';
    this.checked = null;
    await this.open();
    for (const [path, text] of [...this.edits]) if (this.files[path] === text) this.edits.delete(path);
    for (const path of [...this.deleted]) if (!(path in this.files)) this.deleted.delete(path);
    this.tell();
  }

  get paths() {
    return [...new Set([...Object.keys(this.files), ...this.edits.keys()])].sort();
  }

  get changed() {
    return this.edits.size + this.deleted.size;
  }

  text(path) {
    return this.edits.get(path) ?? this.files[path] ?? '';
  }

  state(path) {
    if (this.deleted.has(path)) return 'deleted';
    if (!this.edits.has(path)) return '';
    return path in this.files ? 'changed' : 'added';
  }

  write(path, text) {
    const was = this.changed;
    if (this.files[path] === text) this.edits.delete(path);
    else this.edits.set(path, text);
    if (was !== this.changed) this.tell();
  }

  add(path, text) {
    this.edits.set(path, text);
    this.deleted.delete(path);
    this.tell();
  }

  remove(path) {
    this.edits.delete(path);
    if (path in this.files) this.deleted.add(path);
    this.tell();
  }

  revert(path) {
    this.edits.delete(path);
    this.deleted.delete(path);
    this.tell();
  }

  flaws(path) {
    return (this.checked?.flaws ?? []).filter((flaw) => flaw.file === path);
  }

  /** Whether the latest check speaks about the texts as they are now. */
  get fresh() {
    return this.checked !== null && this.checkedText === this.#fingerprint();
  }

  #fingerprint() {
    return JSON.stringify([[...this.edits].sort(), [...this.deleted].sort()]);
  }

  async check(note = '') {
    this.checking = true;
    this.tell();
    const fingerprint = this.#fingerprint();
    try {
      const body = {files: [...this.edits].map(([path, text]) => ({path, text})), delete: [...this.deleted], base: this.base};
      if (note) body.note = note;
      this.checked = await post('/v1/drafts', body);
      this.checkedText = fingerprint;
    } finally {
      this.checking = false;
      this.tell();
    }
    return this.checked;
  }

  async diff() {
    return get(`/v1/drafts/${this.checked.id}/diff`);
  }

  async publish(note) {
    const release = await post(`/v1/drafts/${this.checked.id}/publish`, {note});
    this.edits.clear();
    this.deleted.clear();
    await this.renew();
    return release;
  }

  tell() {
    this.dispatchEvent(new Event('change'));
  }
}

export const workspace = new Workspace();

/** Changes live in this page alone: leaving it with some of them unpublished is asked about. */
addEventListener('beforeunload', (event) => {
  if (workspace.changed > 0) event.preventDefault();
});
