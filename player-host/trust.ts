import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/**
 * Node knows authorities of its own. What this machine trusts beside them, such as the one of the hall's own certificate,
 * counts from here on as well: on Debian whatever `update-ca-certificates` has taken in.
 */
export function trustAsTheMachineDoes(): void {
  setDefaultCACertificates([...new Set([...getCACertificates('default'), ...getCACertificates('system')])]);
}

/** Why a controller could not be reached, and what to do where that is known. */
export function whyUnreached(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(error);
  const code = 'code' in cause ? String(cause.code) : '';
  return untrusted.has(code)
    ? `this machine does not trust its certificate (${code}). Copy the controller’s tls/authority.pem to /usr/local/share/ca-certificates/shanyraq.crt, run update-ca-certificates, and start the player again`
    : cause.message;
}

const untrusted: ReadonlySet<string> = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_UNTRUSTED',
]);
