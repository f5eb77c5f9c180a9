import { listIn, recordIn, textIn } from '../parse.ts';
import { OBJECT_TYPES, type Action, type CalledAction, type CustomAction } from './automation.ts';

/** Reads an action from JSON. Missing values become empty. */
export function actionIn(json: unknown): Action {
  const { createTask, setProperty, callAction } = recordIn(json);
  if (callAction !== undefined) return { callAction: calledActionIn(callAction) };
  if (setProperty === undefined)
    return { createTask: { subject: textIn(recordIn(createTask)['subject']).trim() } };
  const { property, value } = recordIn(setProperty);
  return { setProperty: { property: textIn(property), value: textIn(value) } };
}

function calledActionIn(json: unknown): CalledAction {
  const { appId, definitionId, label, inputs } = recordIn(json);
  const filled = Object.entries(recordIn(inputs)).map(([name, input]) => {
    const propertyName = textIn(recordIn(input)['propertyName']);
    return [name, propertyName === '' ? textIn(input) : { propertyName }] as const;
  });
  return {
    appId: textIn(appId),
    definitionId: textIn(definitionId),
    label: textIn(label),
    inputs: Object.fromEntries(filled),
  };
}

/** Reads a custom action that our own server answered. */
export function customActionIn(json: unknown): CustomAction {
  const { appId, definitionId, label, objectTypes, fields } = recordIn(json);
  const types = listIn(objectTypes);
  return {
    appId: textIn(appId),
    definitionId: textIn(definitionId),
    label: textIn(label),
    objectTypes: OBJECT_TYPES.filter((type) => types.includes(type)),
    fields: listIn(fields).map((field) => {
      const { name, isRequired, takesProperty, options, ...rest } = recordIn(field);
      return {
        name: textIn(name),
        label: textIn(rest['label']),
        isRequired: isRequired === true,
        takesProperty: takesProperty === true,
        options: listIn(options).map((option) => {
          const { label: optionLabel, value } = recordIn(option);
          return { label: textIn(optionLabel), value: textIn(value) };
        }),
      };
    }),
  };
}
