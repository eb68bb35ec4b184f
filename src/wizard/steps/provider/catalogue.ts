import { QueryClient, useQuery } from '@tanstack/react-query';
import { z } from '../../../core/plan/z';

/** The places a cloud has, by the ids it gives them, and where and when that was read. */
const Catalogue = z.object({
  source: z.string(),
  readOn: z.string(),
  places: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type Catalogue = z.infer<typeof Catalogue>;
export type CatalogueName = 'aws-regions' | 'gcp-locations';

/** The catalogues change with a release of the page and never while it is open. */
export const catalogueClient = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always' } },
});

/**
 * Known regions or locations, from a file beside the page. Clouds grow faster than lists, and the page works without:
 * the list only helps typing, so until it is there, or when it can't be had, there is none.
 */
export function useCatalogue(name: CatalogueName): Catalogue | undefined {
  const { data } = useQuery({
    queryKey: ['catalogue', name],
    queryFn: async ({ signal }) => {
      const answer = await fetch(`./catalogue/${name}.json`, { signal });
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      return Catalogue.parse(await answer.json());
    },
  });
  return data;
}
