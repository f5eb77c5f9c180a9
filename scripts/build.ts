// npm run build: a deployable HubSpot project for each edition in build/hubspot, and the cards as a browser runs them in
// build/workbench. `-- --edition private|oauth` builds one, `--profile <name>` takes hsprofile.<name>.json.
import { runBuild } from '../sandbox/build/run-build.ts';

process.exitCode = await runBuild(process.argv.slice(2), console);
