import { Button, EmptyState, Flex, Text } from '@hubspot/ui-extensions';

/** The portal has none of the app's properties yet. */
export function NotInstalled({ onRetry }: { onRetry: () => void }) {
  return (
    <EmptyState title="Partner ICP is not set up in this portal" imageName="integrations" imageWidth={120}>
      <Flex direction="column" gap="small" align="start">
        <Text>
          An admin runs the installer once: icp install. It adds the group "Partner ICP" with its properties
          to companies, and changes nothing else.
        </Text>
        <Button onClick={onRetry}>Look again</Button>
      </Flex>
    </EmptyState>
  );
}
