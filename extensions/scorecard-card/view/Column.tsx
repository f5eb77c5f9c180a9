import { Flex, type FlexProps } from '@hubspot/ui-extensions';

/** Things below each other. */
export function Column({ gap = 'sm', align, children }: Pick<FlexProps, 'gap' | 'align' | 'children'>) {
  return (
    <Flex direction="column" gap={gap} {...(align !== undefined && { align })}>
      {children}
    </Flex>
  );
}
