// Jest wants a module of its own for what it runs after the last test.
export { stopBrowserServer as default } from './start-server.ts';
