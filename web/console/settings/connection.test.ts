import { describe, expect, it } from 'vitest';
import type { Connection } from '../../contract/connections.ts';
import { configOf, draftOf, headersText, readHeaders, readWords, secretsOf } from './connection.ts';

const kept = (over: Partial<Connection>): Connection => ({
  port: 'device_check',
  adapter: 'http',
  config: {},
  secrets_set: [],
  enabled: true,
  changed_at: null,
  changed_by: null,
  last_ok_at: null,
  last_error: null,
  last_error_at: null,
  version: 1,
  ...over,
});

const CONFIG = {
  url: 'https://checks.example/{imei}',
  method: 'POST',
  headers: { Authorization: 'Bearer {api_key}', 'X-Time': '10:30' },
  body: '{"imei":"{imei}"}',
  timeout_ms: 7500,
  verdict: [
    { pointer: '/status', clean: ['ok', 'clean'], hit: ['lost'] },
    { pointer: '/second', clean: ['0'], hit: [] },
  ],
  lock: { pointer: '/lock', clean: ['off'], hit: ['on'] },
  model: '/model',
  both_imeis: false,
};

describe('a connection in its form', () => {
  it('comes back as it was kept', () => {
    expect(configOf(draftOf(kept({ config: CONFIG })))).toEqual(CONFIG);
    const imap = { host: 'mail.example', port: 143, security: 'starttls', user: 'desk', folder: 'Reprise' };
    expect(configOf(draftOf(kept({ port: 'inbound_mail', adapter: 'imap', config: imap })))).toEqual(imap);
    const slack = { base_url: 'https://slack.com/api' };
    expect(configOf(draftOf(kept({ port: 'chat', adapter: 'slack', config: slack })))).toEqual(slack);
  });

  it('begins empty for another adapter, with sensible values', () => {
    expect(configOf(draftOf(kept({ config: CONFIG }), 'manual'))).toEqual({});
    expect(configOf(draftOf(kept({ adapter: 'off' }), 'imap'))).toMatchObject({
      port: 993,
      security: 'tls',
      folder: 'INBOX',
    });
  });

  it('sends no body with a GET, and no lock without a place', () => {
    const draft = draftOf(kept({ config: CONFIG }));
    const config = configOf({
      ...draft,
      fields: { ...draft.fields, method: 'GET' },
      lock: { pointer: ' ', clean: 'x', hit: '' },
    });
    expect([config['body'], config['lock']]).toEqual([null, null]);
  });

  it('reads headers and values as they are typed', () => {
    expect(readHeaders(' A: b:c \n\n D')).toEqual({ A: 'b:c', D: '' });
    expect(headersText({ A: 'b:c', D: '1' })).toBe('A: b:c\nD: 1');
    expect(readWords(' a, b ,,c')).toEqual(['a', 'b', 'c']);
  });

  it('sends only the secrets that were typed, and those to remove', () => {
    const draft = { ...draftOf(kept({ secrets_set: ['old', 'other'] })), removed: ['old'] };
    expect(secretsOf(draft)).toEqual({ old: null });
    const typed = [
      { name: ' api_key ', value: 's3' },
      { name: '', value: 'x' },
      { name: 'empty', value: '' },
    ];
    expect(secretsOf({ ...draft, secrets: typed })).toEqual({ old: null, api_key: 's3' });
  });
});
