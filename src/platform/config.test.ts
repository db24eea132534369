import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { must, refusedWith } from '../../test/harness.ts';
import { readConfig } from './config.ts';
import { openKeyring } from './keyring.ts';
import { seal, unseal } from './secrets.ts';

const read = (env: Record<string, string> = {}, argv: string[] = []) => readConfig(argv, env, '/srv/shop');

function complaint(env: Record<string, string>, argv: string[] = []): string {
  const refused = read(env, argv);
  expect(refusedWith(refused)).toBe('config_invalid');
  return refused.ok ? '' : refused.why;
}

describe('settings', () => {
  it('need nothing: this machine only, the embedded database, both roles', () => {
    expect(must(read())).toEqual({
      role: 'all',
      databaseUrl: null,
      dataDir: '/srv/shop/data',
      filesDir: '/srv/shop/data/files',
      host: '127.0.0.1',
      port: 3000,
      baseUrl: 'http://localhost:3000',
      smtpUrl: null,
      mailFrom: null,
      keyring: null,
      logLevel: 'info',
      trustProxy: false,
      metricsToken: null,
      connections: 10,
      outboundAllow: [],
      limitFactor: 1,
    });
  });

  it('take the command line before the environment, and an empty variable as absent', () => {
    const config = must(
      read({ REPRISE_ROLE: 'worker', PORT: '', DATABASE_URL: ' ' }, ['--role=web', '--port=8080']),
    );
    expect(config).toMatchObject({
      role: 'web',
      port: 8080,
      databaseUrl: null,
      baseUrl: 'http://localhost:8080',
    });
  });

  it('name every wrong variable at once, and never repeat what may be secret', () => {
    const why = complaint({
      PORT: '80x',
      DATABASE_URL: 'mysql://root:hunter2@db/shop',
      BASE_URL: 'shop.example',
      REPRISE_ROLE: 'boss',
      TRUST_PROXY: 'yes',
      METRICS_TOKEN: 'short',
      SMTP_URL: 'mail.example:25',
    });
    for (const name of [
      'PORT',
      'DATABASE_URL',
      'BASE_URL',
      'REPRISE_ROLE',
      'TRUST_PROXY',
      'METRICS_TOKEN',
      'SMTP_URL',
    ])
      expect(why).toMatch(new RegExp(`^ {2}${name} must`, 'm'));
    expect(why).not.toContain('hunter2');
  });

  it('refuse an option nobody knows, and mail without a sender', () => {
    expect(complaint({}, ['--rolle=web'])).toContain('--rolle is no option; there are --role=…');
    expect(complaint({ SMTP_URL: 'smtp://localhost:25' })).toContain('MAIL_FROM');
  });

  it('read sealing keys, the first one sealing', () => {
    const [one, two] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
    const ring = must(read({ REPRISE_SECRET_KEYS: `k2:${two}, k1:${one}` })).keyring;
    expect(ring?.current).toBe('k2');
    expect(ring?.keys.get('k1')).toEqual(Buffer.from(one, 'base64'));
    for (const wrong of ['k1', `k1:${one.slice(4)}`, `k 1:${one}`, `k1:${one},k1:${two}`, ':'])
      expect(complaint({ REPRISE_SECRET_KEYS: wrong })).toContain(
        'REPRISE_SECRET_KEYS must be a list of id:key',
      );
  });

  it('keep the base address without a slash at its end', () => {
    expect(must(read({ BASE_URL: 'https://shop.example/desk/' })).baseUrl).toBe('https://shop.example/desk');
  });
});

describe('the key of the data folder', () => {
  const made: string[] = [];
  afterEach(() => made.splice(0).forEach((one) => rmSync(one, { recursive: true })));
  const folder = () => {
    const path = mkdtempSync(join(tmpdir(), 'reprise-keys-'));
    made.push(path);
    return path;
  };

  it('is made once, closed to others, and the same at the next start', () => {
    const dataDir = join(folder(), 'data');
    const sealed = seal('NL91', must(openKeyring(dataDir)));
    expect(unseal(sealed, must(openKeyring(dataDir)))).toBe('NL91');
    expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(['secret.key']);
  });

  it('is refused when others may read it, or when it is broken', () => {
    const dataDir = folder();
    must(openKeyring(dataDir));
    chmodSync(join(dataDir, 'secret.key'), 0o644);
    expect(refusedWith(openKeyring(dataDir))).toBe('secret_key_open');
    writeFileSync(join(dataDir, 'secret.key'), 'k1:AAAA\n');
    chmodSync(join(dataDir, 'secret.key'), 0o600);
    expect(refusedWith(openKeyring(dataDir))).toBe('secret_key_broken');
  });
});
