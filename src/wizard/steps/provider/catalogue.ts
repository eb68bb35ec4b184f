import { QueryClient, useQuery } from '@tanstack/react-query';

/** The catalogues change with a release of the page and never while it is open. */
export const catalogueClient = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always' } },
});

/**
 * Known regions or locations, from a file beside the page. Clouds grow faster than lists, and the page works without:
 * the list only helps typing, so until it is there, or when it can't be had, it is empty.
 */
export function useCatalogue(name: 'aws-regions' | 'gcp-locations'): readonly string[] {
  const { data } = useQuery({
    queryKey: ['catalogue', name],
    queryFn: async ({ signal }) => {
      const answer = await fetch(`./catalogue/${name}.json`, { signal });
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      const list: unknown = await answer.json();
      return Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : [];
    },
  });
  return data ?? [];
}
