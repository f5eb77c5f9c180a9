import { Router } from 'express';

/** Whether the portal has the app connected, which only an app with OAuth needs. */
export interface Connection {
  isConnected: () => boolean;
  /** As an admin does under HubSpot's connected apps. */
  disconnect: () => void;
  /** Where an admin connects it, on this machine. */
  installUrl: string;
  /** Addresses of the app's server, by the origin that links name. */
  localOrigins: Readonly<Record<string, string>>;
}

/** GET / answers `{isConnected}`; DELETE / disconnects the app. */
export function serveConnection({ isConnected, disconnect }: Connection): Router {
  const router = Router();
  router.get('/', (_request, response) => void response.json({ isConnected: isConnected() }));
  router.delete('/', (_request, response) => {
    disconnect();
    response.json({ isConnected: isConnected() });
  });
  return router;
}
