import { describe, expect, it } from 'vitest';
import { makeLog, redactText, requestLog } from './log.ts';

function logged(write: (log: ReturnType<typeof makeLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(makeLog('info', { write: (line) => lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  it('is JSON with a level in words, an ISO time and the id of the request', () => {
    const [line] = logged((log) => requestLog(log, 'req_1').info({ case_id: 'cas_1' }, 'moved'));
    expect(line).toMatchObject({ level: 'info', request_id: 'req_1', case_id: 'cas_1', msg: 'moved' });
    expect(line?.['time']).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it('shows no secret by its name, at three depths', () => {
    const text = JSON.stringify(
      logged((log) => {
        log.info({ password: 'hunter2', headers: { authorization: 'hunter2', 'set-cookie': 'hunter2' } });
        log.info({
          req: { headers: { cookie: 'hunter2' } },
          config: { databaseUrl: 'hunter2' },
          iban: 'hunter2',
        });
      }),
    );
    expect(text).not.toContain('hunter2');
    expect(text).toContain('***');
  });

  it('shows no password of an address and no token of a link, wherever they stand', () => {
    const token = 'V2hhdCBhIHRva2VuIHRoaXMgaXMgaW5kZWVk';
    const failed = new Error('connect to postgres://reprise:hunter2@db:5432/x failed');
    const text = JSON.stringify(
      logged((log) => log.error({ err: failed, path: `/l/${token}` }, `GET /l/${token}`)),
    );
    expect(text).not.toContain('hunter2');
    expect(text).not.toContain(token);
    expect(text).toContain('postgres://reprise:***@db');
    expect(redactText('smtp://a:b@c')).toBe('smtp://a:***@c');
  });

  it('writes nothing below its level', () => {
    expect(logged((log) => log.debug('x'))).toEqual([]);
  });
});
