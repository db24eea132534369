/** Photos of a device: read, sent, removed. */
import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { get, patch, remove, sendForm } from '../../client.ts';
import type { CaseFile } from '../../contract/files.ts';
import type { List } from '../../contract/session.ts';

const keyOf = (itemId: string) => ['photos', itemId] as const;

/** What a file field offers to send; as HEIC is not named, an iPhone hands its photos over as JPEG. */
export const PICTURE_ACCEPT = 'image/jpeg,image/png,image/webp';
/** Longest words under a photo, in characters. */
export const MOST_CAPTION = 300;

/** The photos of a device; with `live` it looks again every two seconds, while a phone may be sending some. */
export function usePhotos(itemId: string, live = false) {
  return useQuery({
    queryKey: keyOf(itemId),
    queryFn: ({ signal }) => get<List<CaseFile>>(`/api/items/${itemId}/photos`, {}, signal),
    refetchInterval: live ? 2_000 : false,
  });
}

async function seePhotos(client: QueryClient, itemId: string): Promise<void> {
  await client.invalidateQueries({ queryKey: keyOf(itemId) });
  await client.invalidateQueries({ queryKey: ['timeline'] });
}

export type NotTaken = { name: string; error: unknown };

/** Sends photos one after the other; those that are refused are named, the others stay. */
export function useAddPhotos(itemId: string, check: string | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (files: readonly File[]): Promise<NotTaken[]> => {
      const refused: NotTaken[] = [];
      for (const file of files) {
        const form = new FormData();
        form.set('file', file);
        if (check) form.set('check_id', check);
        await sendForm<CaseFile>(`/api/items/${itemId}/photos`, form).catch((error: unknown) => {
          refused.push({ name: file.name, error });
        });
        await seePhotos(client, itemId);
      }
      return refused;
    },
  });
}

export function useRemovePhoto(itemId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => remove<undefined>(`/api/files/${id}`),
    onSuccess: () => seePhotos(client, itemId),
  });
}

/** Writes the words under a photo. */
export function useCaption(itemId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: { id: string; caption: string }) =>
      patch<CaseFile>(`/api/files/${given.id}`, { caption: given.caption }),
    onSuccess: () => seePhotos(client, itemId),
  });
}
