/**
 * Trusted Types, as far as the page uses them. The address a policy vouches for is an object to the browser; to its
 * callers it is something to start a worker with, as a string is.
 */
declare var trustedTypes:
  | {
      createPolicy(
        name: string,
        rules: { createScriptURL: (address: string) => string },
      ): { createScriptURL(address: string): string };
    }
  | undefined;
