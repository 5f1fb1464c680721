import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { KeyedCertificate } from './adapters/doors/certificate.ts';
import { namesOfThisMachine, ownCertificate } from './adapters/doors/own-certificate.ts';
import type { Transport } from './environment.ts';
import type { Security } from './welcome.ts';

export type Secured =
  | { readonly ok: true; readonly certificate: KeyedCertificate | null; readonly security: Security }
  | { readonly ok: false; readonly message: string };

/** Said once, loudly, where somebody insists on HTTP for a whole network. */
export const openWarning =
  'The hall is open to the network over HTTP (ALLOW_HTTP=yes): passwords, sessions and screens’ tokens can be read and changed by anybody on it, ' +
  'and without a secure context players do not boot while the controller is down and cannot keep their display awake. Use TLS, or a network of the hall’s own.';

/** The certificate that the doors use; made, kept and renewed in `folder` where it is the hall's own. */
export function secure(transport: Transport, folder: string): Secured {
  switch (transport.is) {
    case 'http':
      return { ok: true, certificate: null, security: { is: 'http' } };
    case 'own-certificate': {
      const own = ownCertificate(folder, [...new Set([...transport.names, ...namesOfThisMachine()])], Date.now());
      return { ok: true, certificate: own, security: { is: 'tls', own } };
    }
    case 'given-certificate':
      return given(transport.certificateFile, transport.keyFile);
  }
}

function given(certificateFile: string, keyFile: string): Secured {
  try {
    const certificate = readFileSync(certificateFile, 'utf8');
    const key = readFileSync(keyFile, 'utf8');
    createSecureContext({ cert: certificate, key });
    return { ok: true, certificate: { certificate, key }, security: { is: 'tls', own: null } };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return {
      ok: false,
      message: `The certificate ${certificateFile} and its key ${keyFile} cannot be used (${error.message}). Both must be PEM, belong together, and be readable for the user that runs the controller.`,
    };
  }
}
