/** Routes of set-up, signing in, the second factor and one's own password. */
import { deleteCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { route, type Call, type Route } from '../../../platform/http/route.ts';
import type { Keyring } from '../../../platform/secrets.ts';
import { placeFault } from '../actions/settings.ts';
import { setUp, setUpNeeded } from '../actions/set-up.ts';
import { chooseLanguage } from '../actions/staff.ts';
import { acceptInvitation, changePassword, signIn, signOut, type SignedIn } from '../actions/sign-in.ts';
import {
  activateTwoFactor,
  disableTwoFactor,
  enrolTwoFactor,
  signInSecondStep,
} from '../actions/two-factor.ts';
import { cookieOf, resolveWho, STAFF_COOKIE, staffWho, type StaffWho } from '../who.ts';
import { emailInput, locale, meSchema, passwordInput, setUpBody, tokenInput } from './schemas.ts';
import { meView } from './views.ts';

const TAG = 'Session';

export type IdentityConfig = {
  /** Seals the secrets of second factors. */
  readonly keyring: Keyring;
  /** Cookies are `Secure` when it is https. */
  readonly baseUrl: string;
};

/** The attributes of our cookies; `Secure` would shut out a shop on plain http in its own network. */
export function cookieOptions(baseUrl: string, expires: Date) {
  return {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: baseUrl.startsWith('https:'),
    expires,
  } as const;
}

/** Sets the cookie and gives who it is. */
async function enter(call: Call, config: IdentityConfig, signedIn: SignedIn): Promise<Outcome<StaffWho>> {
  setCookie(call.http, STAFF_COOKIE, signedIn.token, cookieOptions(config.baseUrl, signedIn.expiresAt));
  const cookie = `${STAFF_COOKIE}=${signedIn.token}`;
  const who = await resolveWho(call.postgres, {
    path: '/api/',
    cookie,
    authorization: null,
    now: call.ctx.now,
  });
  return who.kind === 'staff' ? ok(who) : refuse('sign_in_failed', 'Please sign in again.', 'forbidden');
}

const stepSchema = z.union([
  z.object({ me: meSchema }),
  z.object({ totp_required: z.literal(true), challenge: z.string() }),
]);

export function sessionRoutes(config: IdentityConfig): Route[] {
  return [...setUpRoutes(config), ...signInRoutes(config), ...ownRoutes(), ...factorRoutes(config)];
}

function setUpRoutes(config: IdentityConfig): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/setup',
      tag: 'Set-up',
      summary: 'Whether this installation still has to be set up',
      access: 'public',
      response: z.object({ needed: z.boolean(), demo_available: z.boolean() }),
      act: async (_, call) => {
        const needed = await setUpNeeded(call.db);
        return ok({ needed, demo_available: needed });
      },
    }),
    route({
      method: 'post',
      path: '/api/setup',
      tag: 'Set-up',
      summary: 'Name the shop and become its owner, by the token printed at start',
      access: 'public',
      limit: 'sign_in',
      idempotent: false,
      body: setUpBody,
      response: z.object({ me: meSchema }),
      status: 201,
      act: async ({ body }, call) => {
        const fault = placeFault(body);
        if (fault) return fault;
        const done = await setUp(call.postgres, call.ctx, {
          token: body.token,
          shopName: body.shop_name,
          country: body.country,
          currency: body.currency,
          locale: body.locale,
          timezone: body.timezone,
          ownerName: body.owner_name,
          email: body.email,
          password: body.password,
        });
        return done.ok ? await enter(call, config, done.value) : done;
      },
      view: (who) => ({ me: meView(who) }),
    }),
  ];
}

function signInRoutes(config: IdentityConfig): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/session',
      tag: TAG,
      summary: 'Sign in; people with a second factor get a challenge for the next step',
      access: 'public',
      limit: 'sign_in',
      idempotent: false,
      body: z.object({ email: emailInput, password: passwordInput }),
      response: stepSchema,
      act: async ({ body }, call): Promise<Outcome<{ who: StaffWho } | { challenge: string }>> => {
        const done = await signIn(call.postgres, call.ctx, body);
        if (!done.ok) return done;
        if (!done.value.signedIn) return ok({ challenge: done.value.challenge });
        const entered = await enter(call, config, done.value.signedIn);
        return entered.ok ? ok({ who: entered.value }) : entered;
      },
      view: (value) =>
        'who' in value
          ? { me: meView(value.who) }
          : { totp_required: true as const, challenge: value.challenge },
    }),
    route({
      method: 'post',
      path: '/api/session/totp',
      tag: TAG,
      summary: 'The second step of signing in: a code of the app, or a backup code',
      access: 'public',
      limit: 'sign_in',
      idempotent: false,
      body: z.object({ challenge: tokenInput, code: z.string().trim().min(6).max(20) }),
      response: z.object({ me: meSchema }),
      act: async ({ body }, call) => {
        const done = await signInSecondStep(call.postgres, call.ctx, config.keyring, body);
        return done.ok ? await enter(call, config, done.value) : done;
      },
      view: (who) => ({ me: meView(who) }),
    }),
    route({
      method: 'post',
      path: '/api/session/invitation',
      tag: TAG,
      summary: 'Take up an invitation or a reset: choose a password and be signed in',
      description: 'People with a second factor are not signed in: `me` is null, they sign in with both.',
      access: 'public',
      limit: 'sign_in',
      idempotent: false,
      body: z.object({ token: tokenInput, password: passwordInput }),
      response: z.object({ me: meSchema.nullable() }),
      act: async ({ body }, call): Promise<Outcome<StaffWho | null>> => {
        const done = await acceptInvitation(call.postgres, call.ctx, body);
        if (!done.ok) return done;
        return done.value.signedIn ? await enter(call, config, done.value.signedIn) : ok(null);
      },
      view: (who) => ({ me: who ? meView(who) : null }),
    }),
  ];
}

function ownRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/session',
      tag: TAG,
      summary: 'Who is signed in, and what they may do',
      access: { staff: 'any' },
      response: meSchema,
      act: (_, call) => {
        const who = staffWho(call.ctx.actor);
        return who ? ok(who) : refuse('sign_in_required', 'Sign in first.', 'forbidden');
      },
      view: (who) => meView(who),
    }),
    route({
      method: 'patch',
      path: '/api/session',
      tag: TAG,
      summary: 'Choose the language one works in',
      access: { staff: 'any' },
      body: z.object({ locale }),
      response: null,
      change: async (tx, { body }, call) => await chooseLanguage(tx, call.ctx, body.locale),
    }),
    route({
      method: 'delete',
      path: '/api/session',
      tag: TAG,
      summary: 'Sign out',
      access: 'public',
      response: null,
      act: async (_, call) => {
        const token = cookieOf(call.http.req.header('cookie'), STAFF_COOKIE);
        deleteCookie(call.http, STAFF_COOKIE, { path: '/' });
        return token ? await call.postgres.transact((tx) => signOut(tx, token)) : ok(null);
      },
    }),
    route({
      method: 'post',
      path: '/api/session/password',
      tag: TAG,
      summary: 'Change one’s own password; other sessions end',
      access: { staff: 'any' },
      limit: 'sign_in',
      idempotent: false,
      body: z.object({ current: passwordInput, new: passwordInput }),
      response: null,
      act: async ({ body }, call) =>
        await changePassword(call.postgres, call.ctx, {
          current: body.current,
          password: body.new,
          sessionId: staffWho(call.ctx.actor)?.sessionId ?? null,
        }),
    }),
  ];
}

function factorRoutes(config: IdentityConfig): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/session/totp/enrol',
      tag: TAG,
      summary: 'Begin a second factor: QR code and backup codes, shown once',
      access: { staff: 'any' },
      limit: 'sign_in',
      idempotent: false,
      response: z.object({ uri: z.string(), qr_svg: z.string(), backup_codes: z.array(z.string()) }),
      act: async (_, call) =>
        await call.postgres.transact((tx) => enrolTwoFactor(tx, call.ctx, config.keyring)),
      view: async ({ uri, backupCodes }) => ({ uri, qr_svg: await qrCode(uri), backup_codes: backupCodes }),
    }),
    route({
      method: 'post',
      path: '/api/session/totp/activate',
      tag: TAG,
      summary: 'Turn the second factor on by a first code',
      access: { staff: 'any' },
      limit: 'sign_in',
      idempotent: false,
      body: z.object({ code: z.string().trim().min(6).max(20) }),
      response: null,
      act: async ({ body }, call) =>
        await activateTwoFactor(call.postgres, call.ctx, config.keyring, body.code),
    }),
    route({
      method: 'post',
      path: '/api/session/totp/disable',
      tag: TAG,
      summary: 'Turn the second factor off; needs the password',
      access: { staff: 'any' },
      limit: 'sign_in',
      idempotent: false,
      body: z.object({ password: passwordInput }),
      response: null,
      act: async ({ body }, call) => await disableTwoFactor(call.postgres, call.ctx, body.password),
    }),
  ];
}

/** A QR code as SVG, made here: the secret is shown to nobody else. The library is loaded when first needed. */
async function qrCode(text: string): Promise<string> {
  const { toSVG } = await import('bwip-js/node');
  return toSVG({
    bcid: 'qrcode',
    text,
    scale: 4,
    paddingwidth: 8,
    paddingheight: 8,
    backgroundcolor: 'FFFFFF',
  });
}
