/** Routes of the shop's own data and its stores. */
import { z } from 'zod';
import { ok } from '../../../kernel/outcome.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { addLocation, changeLocation, changeShop } from '../actions/settings.ts';
import { forgetShop, loadShopNow } from '../shop.ts';
import { listLocations } from '../store/shop.ts';
import { locationPatch, locationSchema, newLocationBody, shopPatch, shopSchema } from './schemas.ts';
import { locationView, shopView } from './views.ts';

const TAG = 'Shop';

export function shopRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/shop',
      tag: TAG,
      summary: 'The shop and its settings',
      access: { staff: 'any' },
      response: shopSchema,
      act: async (_, call) => ok(await loadShopNow(call.db)),
      view: (shop) => shopView(shop),
    }),
    route({
      method: 'patch',
      path: '/api/shop',
      tag: TAG,
      summary: 'Change the shop; of the settings only those given',
      access: { staff: 'settings.edit' },
      ifMatch: 'required',
      body: shopPatch,
      response: shopSchema,
      // Its own transaction, because what is remembered may only be dropped once it is committed.
      act: async ({ body, version }, call) => {
        const done = await call.postgres.transact((tx) => changeShop(tx, call.ctx, { ...body, version }));
        forgetShop(call.db);
        return done;
      },
      view: (shop) => shopView(shop),
    }),
    ...locationRoutes(),
  ];
}

function locationRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/locations',
      tag: TAG,
      summary: 'The stores',
      access: { staff: 'any' },
      response: z.object({ items: z.array(locationSchema), next_cursor: z.null() }),
      act: async (_, call) => ok(await listLocations(call.db)),
      view: (rows) => ({ items: rows.map(locationView), next_cursor: null }),
    }),
    route({
      method: 'post',
      path: '/api/locations',
      tag: TAG,
      summary: 'Add a store',
      access: { staff: 'settings.edit' },
      body: newLocationBody,
      response: locationSchema,
      status: 201,
      change: async (tx, { body }, call) =>
        await addLocation(tx, call.ctx, {
          name: body.name,
          address: body.address,
          phone: body.phone,
          openingHours: body.opening_hours,
          timezone: body.timezone,
          takesWalkIns: body.takes_walk_ins,
        }),
      view: (row) => locationView(row),
    }),
    route({
      method: 'patch',
      path: '/api/locations/{id}',
      tag: TAG,
      summary: 'Change a store, or close it',
      access: { staff: 'settings.edit' },
      ifMatch: 'required',
      params: z.object({ id: z.string().max(60) }),
      body: locationPatch,
      response: locationSchema,
      change: async (tx, { params, body, version }, call) =>
        await changeLocation(tx, call.ctx, {
          id: params.id,
          version,
          name: body.name,
          address: body.address,
          phone: body.phone,
          openingHours: body.opening_hours,
          timezone: body.timezone,
          takesWalkIns: body.takes_walk_ins,
          active: body.active,
        }),
      view: (row) => locationView(row),
    }),
  ];
}
